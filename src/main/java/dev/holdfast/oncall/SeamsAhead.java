package dev.holdfast.oncall;

import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What changes of the clocks do to a schedule: hours that were covered in the week before and are not after it, or
 * hand-offs that move in the zone of another layer. Where layers overlap the later one wins, so nobody is on call twice.
 */
final class SeamsAhead {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.UK);

    private SeamsAhead() {}

    static List<Check> of(Outlook ahead) {
        var layers = ahead.schedule().schedule().roster().layers().stream().filter(layer -> !layer.hasEndedBy(ahead.now())).toList();
        var zones = layers.stream().map(Rotation::zone).distinct().toList();
        if (zones.stream().map(ZoneId::getRules).distinct().count() < 2 && layers.stream().allMatch(layer -> layer.restrict().isEmpty())) {
            return List.of();
        }
        var found = new ArrayList<Check>();
        for (var seam : seams(zones, ahead.now(), ahead.end())) {
            var changing = zones.stream().filter(zone -> changesAt(zone, seam)).toList();
            var staying = zones.stream().filter(zone -> !changesAt(zone, seam)).toList();
            var opened = opened(ahead, seam, staying.isEmpty() ? changing.getFirst() : staying.getFirst());
            if (!opened.isEmpty()) {
                found.add(gap(ahead, seam, changing.getFirst(), opened));
            } else if (!staying.isEmpty()) {
                found.add(moved(ahead, seam, changing.getFirst(), staying.getFirst()));
            }
        }
        return found;
    }

    private static Iterable<Instant> seams(List<ZoneId> zones, Instant from, Instant to) {
        var seams = new TreeSet<Instant>();
        for (var zone : zones) {
            for (var next = zone.getRules().nextTransition(from); next != null && next.getInstant().isBefore(to);
                    next = zone.getRules().nextTransition(next.getInstant())) {
                seams.add(next.getInstant());
            }
        }
        return seams;
    }

    private static boolean changesAt(ZoneId zone, Instant seam) {
        var rules = zone.getRules();
        return !rules.getOffset(seam.minusSeconds(1)).equals(rules.getOffset(seam));
    }

    /** Gaps of the week around the change that were none a week before, by a clock on the wall. */
    private static List<Period> opened(Outlook ahead, Instant seam, ZoneId wall) {
        var start = seam.minus(A_DAY);
        if (start.minus(A_WEEK).isBefore(ahead.now())) start = ahead.now().plus(A_WEEK);
        var end = start.plus(A_WEEK);
        if (end.isAfter(ahead.end()) || !start.minus(A_DAY).isBefore(seam.plus(A_WEEK))) return List.of();
        var first = start;
        var before = gaps(ahead, start.minus(A_WEEK).minus(A_DAY), end.minus(A_WEEK).plus(A_DAY)).stream()
                .map(gap -> new Period(aWeekOn(gap.from(), wall), aWeekOn(Objects.requireNonNull(gap.to()), wall)))
                .toList();
        return gaps(ahead, first, end).stream().flatMap(gap -> without(gap, before)).toList();
    }

    private static List<Period> gaps(Outlook ahead, Instant from, Instant to) {
        var window = new Period(from, to);
        var meant = ahead.meant().stream().flatMap(part -> part.cutTo(window).stream()).toList();
        var shifts = ahead.shifts().stream().filter(shift -> shift.from().isBefore(to) && shift.to().isAfter(from)).toList();
        var gaps = new ArrayList<Period>();
        meant.forEach(part -> GapsAhead.gaps(List.of(part), shifts).forEach(gap -> gaps.add(gap.bounds())));
        return gaps;
    }

    private static Instant aWeekOn(Instant at, ZoneId wall) {
        return WallClock.startOf(at.atZone(wall).toLocalDateTime().plusDays(7), wall);
    }

    private static Stream<Period> without(Period gap, List<Period> known) {
        var left = new ArrayList<Period>();
        var from = gap.from();
        var end = Objects.requireNonNull(gap.to());
        for (var each : known) {
            var to = Objects.requireNonNull(each.to());
            if (!to.isAfter(from) || !each.from().isBefore(end)) continue;
            if (from.isBefore(each.from())) left.add(new Period(from, each.from()));
            from = to;
        }
        if (from.isBefore(end)) left.add(new Period(from, end));
        return left.stream();
    }

    private static Check gap(Outlook ahead, Instant seam, ZoneId changing, List<Period> opened) {
        var lasting = opened.stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
        return ahead.check(
                Check.Code.CLOCK_CHANGE, List.of(), new Period(opened.getFirst().from(), opened.getLast().to()),
                "The clocks of %s change on %s: nobody is on call for %s that were covered the week before."
                        .formatted(changing, DAY.format(seam.atZone(changing)), Lasting.words(lasting)),
                "Let one layer reach over the change.");
    }

    private static Check moved(Outlook ahead, Instant seam, ZoneId changing, ZoneId staying) {
        var rules = changing.getRules();
        var shift = rules.getOffset(seam).getTotalSeconds() - rules.getOffset(seam.minusSeconds(1)).getTotalSeconds();
        var back = Stream.of(staying, changing).map(zone -> zone.getRules().nextTransition(seam)).filter(Objects::nonNull)
                .map(next -> next.getInstant()).min(Instant::compareTo).orElse(null);
        return ahead.check(
                Check.Code.CLOCK_CHANGE, List.of(), new Period(seam, back),
                "The clocks of %s change on %s: hand-offs there come %s %s in %s.".formatted(
                        changing, DAY.format(seam.atZone(changing)), Lasting.words(Duration.ofSeconds(Math.abs(shift))), shift > 0 ? "earlier" : "later", staying),
                "Tell both sides, or move a hand-off.");
    }
}
