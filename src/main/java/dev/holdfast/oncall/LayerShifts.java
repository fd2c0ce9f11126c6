package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one layer covers by itself: the turns of its rotation where its windows are open. */
final class LayerShifts {

    /** Every window of the week opens within it, also where the clocks swallow one. */
    private static final Duration A_WEEK_AND_MORE = Duration.ofDays(16);

    private LayerShifts() {}

    static boolean covers(Rotation rotation, Instant at) {
        return !within(rotation, at, at.plusNanos(1)).isEmpty();
    }

    static List<Shift> of(Rotation rotation, int layer, Instant from, Instant to) {
        var shifts = new ArrayList<Shift>();
        for (var open : within(rotation, from, to)) {
            cut(rotation, layer, open, shifts);
        }
        return shifts;
    }

    /** The first instant, from the one given on, that the layer covers. */
    static @Nullable Instant nextStart(Rotation rotation, Instant at) {
        var from = later(at, rotation.begins());
        var open = within(rotation, from, from.plus(A_WEEK_AND_MORE));
        return open.isEmpty() ? null : open.getFirst().from();
    }

    /** Until when, not after the instant given, the layer covered anything. */
    static @Nullable Instant lastEnd(Rotation rotation, Instant at) {
        var to = earlier(at, rotation.ends());
        var open = within(rotation, to.minus(A_WEEK_AND_MORE), to);
        return open.isEmpty() ? null : open.getLast().to();
    }

    private static void cut(Rotation rotation, int layer, Span open, List<Shift> shifts) {
        var turn = rotation.turnAt(open.from());
        var from = open.from();
        while (from.isBefore(open.to())) {
            var to = earlier(rotation.handOff(turn + 1), open.to());
            if (from.isBefore(to)) {
                shifts.add(new Shift(from, to, rotation.personOf(turn), layer, turn));
            }
            from = to;
            turn++;
        }
    }

    /** The stretches of the window in which the rotation is in force and its own windows are open. */
    private static List<Span> within(Rotation rotation, Instant from, Instant to) {
        var start = later(from, rotation.begins());
        var end = earlier(to, rotation.ends());
        if (rotation.people().isEmpty() || !start.isBefore(end)) {
            return List.of();
        }
        return rotation.restrict().isEmpty() ? List.of(new Span(start, end)) : joined(open(rotation, start, end));
    }

    private static List<Span> open(Rotation rotation, Instant start, Instant end) {
        var spans = new ArrayList<Span>();
        var last = LocalDate.ofInstant(end, rotation.zone()).plusDays(1);
        for (var day = LocalDate.ofInstant(start, rotation.zone()).minusDays(2); !day.isAfter(last); day = day.plusDays(1)) {
            for (var window : rotation.restrict()) {
                add(window.on(day, rotation.zone()), start, end, spans);
            }
        }
        return spans;
    }

    private static void add(@Nullable Period window, Instant start, Instant end, List<Span> spans) {
        if (window == null) {
            return;
        }
        var from = later(start, window.from());
        var to = earlier(end, window.to());
        if (from.isBefore(to)) {
            spans.add(new Span(from, to));
        }
    }

    private static List<Span> joined(List<Span> spans) {
        spans.sort(Comparator.comparing(Span::from));
        var joined = new ArrayList<Span>(spans.size());
        for (var span : spans) {
            var last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || last.to().isBefore(span.from())) {
                joined.add(span);
            } else if (last.to().isBefore(span.to())) {
                joined.set(joined.size() - 1, new Span(last.from(), span.to()));
            }
        }
        return joined;
    }

    private static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }

    private static Instant earlier(Instant one, @Nullable Instant two) {
        return two == null || one.isBefore(two) ? one : two;
    }

    private record Span(Instant from, Instant to) {}
}
