package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import dev.holdfast.http.Malformed;

/** A file that is no YAML, or more of it than is taken: which document, and why. */
final class Unreadable {

    private Unreadable() {}

    static Malformed file(int document, String why) {
        return new Malformed(new Fault(document, "", "MALFORMED", why));
    }
}
