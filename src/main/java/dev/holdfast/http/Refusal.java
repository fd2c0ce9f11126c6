package dev.holdfast.http;

/** What a door refuses, and with which status. */
public abstract sealed class Refusal extends RuntimeException
        permits Conflict, Forbidden, Gone, Malformed, NotFound, TooLarge, TooMany, Unauthorized, Unavailable, Unprocessable {

    private final int status;

    Refusal(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** A sentence for people. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
