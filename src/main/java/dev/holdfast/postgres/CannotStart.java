package dev.holdfast.postgres;

/** Why the start stops: one clear line for the operator, to be shown without a stack trace. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String line) {
        super(line);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }

    /** The line. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
