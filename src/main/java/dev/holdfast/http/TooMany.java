package dev.holdfast.http;

import java.time.Duration;

/** Asked for again too soon: nothing was done, and it may be asked for again later. */
public final class TooMany extends Refusal {

    private final Duration retryAfter;

    public TooMany(Duration retryAfter, String detail) {
        super(429, detail);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
