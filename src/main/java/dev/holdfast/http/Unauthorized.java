package dev.holdfast.http;

/** Who sent this did not show who they are. */
public final class Unauthorized extends Refusal {

    public Unauthorized(String detail) {
        super(401, detail);
    }
}
