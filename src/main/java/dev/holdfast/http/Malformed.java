package dev.holdfast.http;

/** What was sent cannot be read. */
public final class Malformed extends Refusal {

    public Malformed(String detail) {
        super(400, detail);
    }
}
