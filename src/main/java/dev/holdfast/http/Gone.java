package dev.holdfast.http;

/** It was here and has ended. */
public final class Gone extends Refusal {

    public Gone(String detail) {
        super(410, detail);
    }
}
