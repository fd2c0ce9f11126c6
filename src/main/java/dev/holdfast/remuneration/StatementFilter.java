package dev.holdfast.remuneration;

import dev.holdfast.http.Malformed;
import dev.holdfast.http.Unprocessable;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which statements of a month are asked for: of a person, of the members of a team, in a state. */
public record StatementFilter(YearMonth month, @Nullable String person, @Nullable String team, Statement.@Nullable State state) {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    public static StatementFilter of(YearMonth month, @Nullable String person, @Nullable String team, @Nullable String state) {
        return new StatementFilter(month, blank(person), blank(team), blank(state) == null ? null : state(blank(state)));
    }

    public static YearMonth month(String field, String text) {
        try {
            return checked(field, YearMonth.parse(text));
        } catch (DateTimeException noMonth) {
            throw new Malformed(field + " is not a month such as 2026-11.");
        }
    }

    static boolean isWithinReach(YearMonth month) {
        return month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR;
    }

    static YearMonth checked(String field, YearMonth month) {
        if (isWithinReach(month)) return month;
        throw Unprocessable.of(field, "OUT_OF_RANGE", "%s lies between %d and %d.".formatted(field, FIRST_YEAR, LAST_YEAR));
    }

    private static Statement.State state(@Nullable String word) {
        return Arrays.stream(Statement.State.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Unprocessable.of("state", "UNKNOWN_VALUE", "A statement is draft or approved, not " + word + "."));
    }

    private static @Nullable String blank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
