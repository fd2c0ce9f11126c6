package dev.holdfast.remuneration;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.holdfast.operatingmodel.Remuneration.Rate;
import dev.holdfast.quantities.Because;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of a statement. Of several lines for one stretch each has its part of the hours.
 *
 * @param id stays while person, schedule or incident, bearer and beginning stay
 * @param corrects the line that a correction is about
 */
public record Line(
        String id, Kind kind, Instant from, Instant to, BigDecimal hours, @Nullable DayClass dayClass, @Nullable Rate rate, BigDecimal amount,
        @Nullable String schedule, @Nullable String incident, Bearer bearer, @Nullable String budgetLine, @Nullable String holder,
        List<String> covers, @Nullable String corrects, @Nullable String note, Why why) {

    /** The decimals of hours. */
    static final int HOURS = 4;

    /** What a line pays. */
    public enum Kind {
        STANDBY,
        CALLOUT,
        CORRECTION;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Line {
        covers = List.copyOf(covers);
    }

    public List<Because> explain() {
        return why.sentences();
    }
}
