package dev.holdfast.ledger;

import org.jspecify.annotations.Nullable;

/** Whether an entry hangs on the one before it. */
final class Links {

    private Links() {}

    /** What is wrong; null where nothing is. */
    static @Nullable String fault(@Nullable LedgerEntry previous, LedgerEntry entry) {
        var expected = previous == null ? 1 : previous.sequence() + 1;
        if (entry.sequence() != expected) {
            return "entry " + expected + " is missing before it";
        }
        if (!entry.previousHash().equals(previous == null ? Chain.BEGINNING : previous.hash())) {
            return "it does not hang on the entry before it";
        }
        return entry.hash().equals(Chain.hashOf(entry)) ? null : "its content was changed after it was written";
    }
}
