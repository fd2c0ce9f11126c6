package dev.holdfast.http;

/** There is no such thing, or none that this viewer may know of. */
public final class NotFound extends Refusal {

    public NotFound(String detail) {
        super(404, detail);
    }
}
