package dev.holdfast.remuneration;

import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.quantities.Because;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a line is as it is: every number of a sentence stands in its facts. */
final class Reasons {

    private Reasons() {}

    static List<Because> standby(Piece piece, Share share) {
        var as = piece.as();
        var why = new ArrayList<Because>();
        why.add(because("ON_CALL", "%s was on call by the schedule %s for %s hours out of hours.",
                "person", as.person().value(), "schedule", as.schedule(), "hours", hours(piece.length())));
        if (as.insteadOf() != null) {
            why.add(because("OVERRIDE", "It was the turn of %s: pay goes with the hours.", "person", as.insteadOf().value()));
        }
        if (as.dayClass() != DayClass.WEEKDAY) {
            why.add(because("DAY_CLASS", "By the schedule's clock the day is a %s.", "dayClass", as.dayClass() == DayClass.HOLIDAY ? "public holiday" : "weekend"));
        }
        why.add(rate(as.pay()));
        if (!as.beside().isEmpty()) {
            why.add(because("PAID_ONCE", "Also on call by %s at that time: paid once, at the higher rate.", "schedules", String.join(", ", as.beside())));
        }
        if (as.shares().size() > 1) {
            why.add(because("EQUAL_PARTS", "The cost falls in equal parts on %s services: this one is that of %s.",
                    "services", as.shares().size(), "service", share.bearer().name()));
        }
        why.addAll(bearer(share));
        return why;
    }

    static List<Because> callout(Callouts.Paid paid, Remuneration.Chosen<Remuneration.Callout> callout, Share share) {
        var why = new ArrayList<Because>();
        why.add(because("CALLED_OUT", "%s worked in %s for %s hours out of hours.",
                "person", paid.person().value(), "incidents", String.join(", ", paid.incidents()), "hours", hours(paid.worked())));
        if (paid.incidents().size() > 1) why.add(Because.of("PAID_ONCE", "They overlap, and are paid once."));
        if (!paid.worked().equals(paid.counted())) {
            why.add(because("ROUNDED_UP", "At least %s is paid for a callout, and time is rounded up to %s: %s hours.",
                    "minimum", callout.pays().minimum().toString(), "roundUpTo", callout.pays().roundUpTo().toString(), "hours", hours(paid.counted())));
        }
        why.add(because("RATE", "A callout pays %s an hour%s.", "amount", plain(callout.pays().rate().amount()), "by", by(callout.by())));
        if (!paid.wasOnStandby()) why.add(Because.of("NOT_ON_STANDBY", "By no schedule was this person on call at that time."));
        why.addAll(bearer(share));
        return why;
    }

    private static Because rate(Pay pay) {
        var amount = plain(pay.rate().amount());
        return switch (pay.rate().per()) {
            case HOUR -> because("RATE", "An hour of it pays %s%s.", "amount", amount, "by", by(pay.by()));
            case DAY, WEEK -> because("RATE", "A %s pays %s%s: it has %s hours out of hours, from hand-off to hand-off.",
                    "per", pay.rate().per().word(), "amount", amount, "by", by(pay.by()), "hours", hours(pay.over()));
        };
    }

    private static List<Because> bearer(Share share) {
        if (share.budgetLine() != null) {
            return List.of(because("BUDGET_LINE", "It falls on the budget line %s.", "budgetLine", share.budgetLine()));
        }
        return List.of(because("NO_BUDGET_LINE", "It falls on the %s %s, for which no budget line is declared.",
                "kind", share.bearer().kind().word(), "name", share.bearer().name()));
    }

    private static String by(Remuneration.By by) {
        return switch (by) {
            case ORGANISATION -> "";
            case TEAM -> " by an exception for the team";
            case PERSON -> " by an exception for this person";
        };
    }

    static String hours(Duration time) {
        return plain(Pay.hours(time).setScale(Line.HOURS, RoundingMode.HALF_UP));
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Because because(String code, String sentence, @Nullable Object... pairs) {
        var facts = new LinkedHashMap<String, Object>();
        for (var index = 0; index < pairs.length; index += 2) {
            facts.put(String.valueOf(pairs[index]), String.valueOf(pairs[index + 1]));
        }
        return new Because(code, sentence.formatted(facts.values().toArray()), facts);
    }
}
