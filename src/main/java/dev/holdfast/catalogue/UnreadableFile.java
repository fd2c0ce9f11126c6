package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;

/** A file that is no YAML, or more of it than is taken: which document, and why. */
public final class UnreadableFile extends RuntimeException {

    private final transient Fault fault;

    UnreadableFile(int document, String why) {
        super(why, null, false, false);
        this.fault = new Fault(document, "", "MALFORMED", why);
    }

    public Fault fault() {
        return fault;
    }
}
