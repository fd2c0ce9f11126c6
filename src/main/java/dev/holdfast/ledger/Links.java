package dev.holdfast.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows a run of the chain, entry after entry, and remembers the first that does not hold. */
public final class Links {

    private Head last;
    private long entries;
    private @Nullable Broken broken;

    /** @param before where the run begins: the entry before its first */
    public Links(Head before) {
        this.last = before;
    }

    public void next(Entry entry) {
        entries++;
        if (broken == null) broken = Chain.broken(last, entry).orElse(null);
        last = new Head(entry.sequence(), entry.hash());
    }

    public Optional<Broken> broken() {
        return Optional.ofNullable(broken);
    }

    /** How many there were. */
    public long entries() {
        return entries;
    }

    /** Where the run ends. */
    public Head last() {
        return last;
    }
}
