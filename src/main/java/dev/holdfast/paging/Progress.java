package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import java.util.Set;

/** How far a callout has come: the last step that was taken, its round, and who was called in that round. */
record Progress(int round, int step, Set<PersonName> called) {

    static final Progress START = new Progress(1, 0, Set.of());

    Progress {
        called = Set.copyOf(called);
    }
}
