package dev.holdfast.calendars;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.fortuna.ical4j.model.Recur;

/**
 * How an event repeats. Days, weeks, months and years only: what repeats within a day is no holiday and nobody's leave,
 * and is how a small file would keep a server busy.
 */
record IcsRule(Map<String, String> parts) {

    private static final Map<String, Integer> DAYS = Map.of("DAILY", 1, "WEEKLY", 7, "MONTHLY", 28, "YEARLY", 365);
    private static final Set<String> CLOCK = Set.of("BYHOUR", "BYMINUTE", "BYSECOND");
    private static final int LONGEST = 1000;
    private static final int MOST_INTERVAL = 1000;
    private static final int OLDEST_YEARS = 200;

    /** @throws DateTimeException where it is none that is followed */
    static IcsRule read(String text) {
        var parts = new LinkedHashMap<String, String>();
        if (text.length() > LONGEST) throw refused();
        for (var part : text.strip().toUpperCase(Locale.ROOT).split(";")) {
            var sides = part.split("=", 2);
            if (sides.length == 2 && !sides[1].isBlank()) parts.put(sides[0].strip(), sides[1].strip());
        }
        if (!DAYS.containsKey(parts.getOrDefault("FREQ", ""))) throw refused();
        for (var clock : CLOCK) {
            if (parts.getOrDefault(clock, "").contains(",")) throw refused();
            parts.remove(clock);
        }
        var rule = new IcsRule(parts);
        if (rule.interval() < 1 || rule.interval() > MOST_INTERVAL) throw refused();
        return rule;
    }

    /** How many turns are to be looked at, more or less, before it is at that end. */
    long turns(LocalDateTime seed, LocalDateTime end) {
        var days = Math.max(0, ChronoUnit.DAYS.between(seed, end));
        if (days > 366L * OLDEST_YEARS) throw refused();
        var bys = parts.values().stream().mapToLong(value -> value.chars().filter(letter -> letter == ',').count() + 1).sum();
        return 1 + days * bys / ((long) DAYS.getOrDefault(parts.getOrDefault("FREQ", ""), 1) * interval());
    }

    /** By the clock of the event's own zone, the first one among them, before that end. */
    List<LocalDateTime> from(IcsMoment seed, LocalDateTime end) {
        var until = parts.containsKey("UNTIL") ? until(seed) : end;
        var last = until.isBefore(end) ? until : end;
        var repeats = new LinkedHashMap<>(parts);
        repeats.remove("UNTIL");
        var text = repeats.entrySet().stream().map(part -> part.getKey() + "=" + part.getValue()).toList();
        try {
            return new Recur<LocalDateTime>(String.join(";", text)).getDates(seed.local(), seed.local(), end).stream()
                    .filter(each -> !each.isAfter(last))
                    .toList();
        } catch (IllegalArgumentException | ArithmeticException | UnsupportedOperationException e) {
            throw refused();
        }
    }

    private LocalDateTime until(IcsMoment seed) {
        var until = IcsMoment.read(parts.getOrDefault("UNTIL", ""), seed.zone());
        return until.isDate() ? until.local().plusDays(1).minusNanos(1) : until.in(seed.zone());
    }

    private int interval() {
        var text = parts.getOrDefault("INTERVAL", "1");
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static DateTimeException refused() {
        return new DateTimeException("a rule of repetition that is not followed");
    }
}
