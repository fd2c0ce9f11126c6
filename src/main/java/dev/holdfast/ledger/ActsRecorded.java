package dev.holdfast.ledger;

import java.util.Set;

/** Acts about these subjects were committed on this node. Told after the commit, so that nothing may depend on it but haste. */
public record ActsRecorded(Set<String> subjects) {

    public ActsRecorded {
        subjects = Set.copyOf(subjects);
    }
}
