package dev.holdfast.http;

import java.time.Duration;

/** It cannot be stored durably now: refused before it is accepted, to be sent again. */
public final class Unavailable extends Refusal {

    private final Duration retryAfter;

    public Unavailable(Duration retryAfter) {
        super(503, "This cannot be stored now. Send it again in " + retryAfter.toSeconds() + " seconds.");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
