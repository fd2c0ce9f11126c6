package dev.holdfast.http;

/** This viewer may not do this. */
public final class Forbidden extends Refusal {

    public Forbidden(String detail) {
        super(403, detail);
    }
}
