package dev.holdfast.portal.web.measures;

import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.throughput.Measure;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How measures are said. */
final class MeasureWords {

    private static final String DASH = "–";

    private MeasureWords() {}

    /** A value with its unit, short. */
    static String value(Measure.Unit unit, @Nullable String value) {
        if (value == null) return DASH;
        return switch (unit) {
            case SHARE -> Figures.percent(new BigDecimal(value));
            case A_WEEK -> new BigDecimal(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
            case DURATION -> time(Duration.parse(value));
        };
    }

    static double number(Measure.Unit unit, String value) {
        return unit == Measure.Unit.DURATION ? Duration.parse(value).toSeconds() : Double.parseDouble(value);
    }

    /** The two largest parts: "3 h 5 min", "9 d 2 h". */
    static String time(Duration time) {
        if (time.toMinutes() < 1) return time.toSeconds() + "\u202fs";
        if (time.toHours() < 1) return time.toMinutes() + "\u202fmin";
        if (time.toDays() < 2) return parts(time.toHours(), "h", time.toMinutesPart(), "min");
        return parts(time.toDays(), "d", time.toHoursPart(), "h");
    }

    private static String parts(long large, String largeUnit, long small, String smallUnit) {
        var first = large + "\u202f" + largeUnit;
        return small == 0 ? first : first + " " + small + "\u202f" + smallUnit;
    }

    static String under(Measure measure) {
        var words = new ArrayList<String>();
        var counts = measure.counts();
        var achieved = measure.further().get("achievedPeriod");
        if (achieved != null) words.add("half within " + time(Duration.parse(achieved)));
        switch (measure.id()) {
            case "M1" -> words.add("%s of %s in lockstep".formatted(number(counts, "inLockstep"), number(counts, "deployments")));
            case "M2" -> words.add("%s of %s digital services".formatted(number(counts, "withTemplate"), number(counts, "digitalServices")));
            case "M2-deployments" -> words.add("%s of %s deployments".formatted(number(counts, "standard"), number(counts, "live")));
            case "M3" -> words.add(Figures.count(count(counts, "firstArrivals"), "version") + " of " + Figures.count(count(counts, "deployments"), "deployment"));
            case "M3-commit" -> words.add(Figures.count(count(counts, "commits"), "commit"));
            case "M4" -> words.add(Figures.count(count(counts, "deployments"), "deployment") + " in " + Figures.count(count(counts, "weeks"), "week"));
            case "change-failure-rate" -> words.add("%s of %s".formatted(number(counts, "failed"), Figures.count(count(counts, "live"), "deployment")));
            case "recovery" -> words.add("%s of %s".formatted(number(counts, "recovered"), Figures.count(count(counts, "failed"), "failure")));
            default -> words.add("hotfixes %s, rollbacks %s, of %s".formatted(number(counts, "hotfixes"), number(counts, "rollbacks"), Figures.count(count(counts, "live"), "deployment")));
        }
        var ninth = measure.further().get("p90");
        if (ninth != null) words.add("nine of ten within " + time(Duration.parse(ninth)));
        return String.join(" · ", words);
    }

    static @Nullable Status target(Measure measure) {
        if (measure.target() != null && measure.met() != null) {
            var every = every(Period.parse(measure.target()).getDays());
            return measure.met() ? new Status("Target %s: met".formatted(every), Shape.CHECK, Tone.SAFE) : new Status("Target %s: not met".formatted(every), Shape.TRIANGLE, Tone.CAUTION);
        }
        var with = measure.counts().getOrDefault("servicesWithTarget", 0);
        return with == 0 ? null : new Status(
                "%s of %s meet their target".formatted(number(measure.counts(), "servicesMeetingTarget"), Figures.count(with, "service")), Shape.DOT, Tone.QUIET);
    }

    private static String every(int days) {
        return switch (days) {
            case 1 -> "daily";
            case 7 -> "weekly";
            case 14 -> "fortnightly";
            case 30 -> "monthly";
            default -> "every " + days + " days";
        };
    }

    static String unit(Measure measure) {
        if (measure.value() == null) return "";
        return measure.unit() == Measure.Unit.A_WEEK ? "a week" : measure.unit() == Measure.Unit.DURATION ? "median" : "";
    }

    static List<String> defects(Measure any) {
        var words = new ArrayList<String>();
        if (any.defects().negativeLeadTimes() > 0) {
            words.add(Figures.count(any.defects().negativeLeadTimes(), "lead time") + " below zero: two clocks differ, and they are left out.");
        }
        if (any.defects().unattributedIncidents() > 0) {
            words.add(Figures.count(any.defects().unattributedIncidents(), "incident") + " that followed no deployment within a day: counted as no failure of a change.");
        }
        if (any.unripe() > 0) words.add(Figures.count(any.unripe(), "deployment") + " younger than a day, of which a failure may still be found.");
        return words;
    }

    private static int count(Map<String, Integer> counts, String what) {
        return counts.getOrDefault(what, 0);
    }

    private static String number(Map<String, Integer> counts, String what) {
        return Figures.count(count(counts, what));
    }
}
