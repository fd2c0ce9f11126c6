package dev.holdfast.portal.web.home;

import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.MeantHours;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.groups.GroupWords;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Who is called over the next eighteen hours by the schedules that concern the reader, and who after them. */
public record Tonight(
        String label, String height, List<Tick> ticks, List<Lane> lanes, String now, String then, List<Because> why, List<Row> rows) {

    private static final Duration SPAN = Duration.ofHours(18);
    private static final int LANES = 4;
    private static final double HEAD = 1.5;
    private static final double ROW = 2.25;
    private static final double LETTERS_A_PERCENT = 1.15;

    /** An hour on the axis; every other one is left out on a phone. */
    public record Tick(String x, String words, String anchor, boolean broad) {}

    /** One schedule's row. */
    public record Lane(String y, List<Turn> turns) {}

    /** Somebody, or nobody, for a time. */
    public record Turn(String x, String width, String ground, boolean gap, String wordsX, String words, String title) {}

    /** The same as a line of a table. */
    public record Row(String schedule, String who, String from, String to) {}

    /** Who is called after whom. */
    record After(String words, List<Because> why) {}

    static Tonight of(Mine mine, Map<String, Shifts> shifts, After after, Names names, Grounds grounds, ReaderTime time) {
        var from = time.local(time.now()).truncatedTo(ChronoUnit.HOURS).minusHours(1).toInstant();
        var window = new Period(from, from.plus(SPAN));
        var drawing = new Drawing(window, names, grounds, time);
        var lanes = new ArrayList<Lane>();
        for (var schedule : ordered(mine)) {
            var its = shifts.get(schedule.schedule());
            if (its == null || lanes.size() == LANES) continue;
            var turns = drawing.turns(schedule, its, new MeantHours(schedule.hours(), mine.calendar(schedule)));
            if (!turns.isEmpty()) lanes.add(new Lane(rem(HEAD + lanes.size() * ROW), turns));
        }
        return new Tonight(
                "Who is called until " + time.moment(MeantHours.end(window)), rem(HEAD + lanes.size() * ROW), drawing.ticks(), List.copyOf(lanes),
                drawing.x(time.now()), after.words(), after.why(), List.copyOf(drawing.rows));
    }

    /** Those that name the reader first. */
    private static List<OnCallNow> ordered(Mine mine) {
        return mine.schedules().stream().sorted(Comparator.comparing((OnCallNow it) -> !mine.naming().contains(it)).thenComparing(OnCallNow::schedule)).toList();
    }

    private static String rem(double value) {
        return String.format(Locale.ROOT, "%.4frem", value);
    }

    private static final class Drawing {

        private final Instant from;
        private final Instant to;
        private final Names names;
        private final Grounds grounds;
        private final ReaderTime time;
        private final List<Row> rows = new ArrayList<>();

        Drawing(Period window, Names names, Grounds grounds, ReaderTime time) {
            this.from = window.from();
            this.to = MeantHours.end(window);
            this.names = names;
            this.grounds = grounds;
            this.time = time;
        }

        List<Turn> turns(OnCallNow schedule, Shifts shifts, MeantHours meant) {
            var title = GroupWords.title(schedule);
            var people = shifts.items().stream().flatMap(shift -> parts(meant, shift.from(), shift.to())
                    .map(part -> turn(part, title, names.of(shift.person()), grounds.of(shift.person().value()), false)));
            var gaps = shifts.gaps().stream().flatMap(gap -> parts(meant, gap.from(), MeantHours.end(gap)).map(part -> turn(part, title, "nobody", "", true)));
            return Stream.concat(people, gaps).toList();
        }

        private Stream<Period> parts(MeantHours meant, Instant begin, Instant end) {
            var start = begin.isBefore(from) ? from : begin;
            var stop = end.isAfter(to) ? to : end;
            return start.isBefore(stop) ? meant.within(new Period(start, stop)).stream() : Stream.of();
        }

        private Turn turn(Period part, String schedule, String who, String ground, boolean gap) {
            var end = MeantHours.end(part);
            var share = share(part.from(), end);
            rows.add(new Row(schedule, who, time.moment(part.from()), time.moment(end)));
            var past = part.contains(time.now()) ? share(part.from(), time.now()) : 0;
            return new Turn(x(part.from()), percent(share), ground, gap, percent(100 * past / share), fitting(who, schedule, share - past), who + ", " + schedule + ", " + time.moment(part.from()) + " to " + time.moment(end));
        }

        private static String fitting(String who, String schedule, double share) {
            return Stream.of(who + " · " + schedule, who, who.split(" ")[0]).filter(words -> words.length() <= share * LETTERS_A_PERCENT).findFirst().orElse("");
        }

        List<Tick> ticks() {
            var ticks = new ArrayList<Tick>();
            var last = SPAN.toHours();
            for (var hour = 0L; hour <= last; hour += 2) {
                var at = from.plus(Duration.ofHours(hour));
                ticks.add(new Tick(x(at), time.time(at), hour == 0 ? "" : hour == last ? "end" : "mid", hour % 6 != 0));
            }
            return List.copyOf(ticks);
        }

        String x(Instant at) {
            return percent(share(from, at));
        }

        private double share(Instant begin, Instant end) {
            return 100.0 * Duration.between(begin, end).toSeconds() / Duration.between(from, to).toSeconds();
        }

        private static String percent(double value) {
            return String.format(Locale.ROOT, "%.3f%%", value);
        }
    }
}
