package dev.holdfast.remuneration;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Optional;

/** The opaque id of a person's statement of a month, the same before and after it is kept. */
record StatementId(YearMonth month, String mark) {

    private static final int MONTH = "2026-11".length();

    static Optional<StatementId> read(String id) {
        if (id.length() <= MONTH + 1 || id.charAt(MONTH) != '-') return Optional.empty();
        try {
            return Optional.of(new StatementId(YearMonth.parse(id.substring(0, MONTH)), id.substring(MONTH + 1)));
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    /** The same person's of another month. */
    StatementId in(YearMonth other) {
        return new StatementId(other, mark);
    }

    @Override
    public String toString() {
        return month + "-" + mark;
    }
}
