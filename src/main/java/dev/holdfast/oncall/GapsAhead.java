package dev.holdfast.oncall;

import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where nobody is on call in the hours for which a schedule is meant. What is interrupted only by hours that are not
 * meant is one gap; what comes again and again, as long and at the same time of day, is said once.
 */
final class GapsAhead {

    private static final int AGAIN = 3;

    private GapsAhead() {}

    /** A gap: its bounds, and how long nobody is on call within them. */
    record Gap(Period bounds, Duration lasting) {

        Instant from() {
            return bounds.from();
        }

        Instant to() {
            return Objects.requireNonNull(bounds.to());
        }
    }

    private record Kind(LocalTime at, Duration lasting, @Nullable Money perHour) {}

    static List<Check> of(Outlook ahead) {
        var zone = ahead.schedule().schedule().roster().layers().stream().findFirst().map(Rotation::zone).orElse(ahead.whose().calendar().zone());
        var kinds = new LinkedHashMap<Kind, List<Gap>>();
        gaps(ahead.meant(), ahead.shifts()).forEach(gap -> kinds.computeIfAbsent(kind(gap, zone, ahead), unseen -> new ArrayList<>()).add(gap));
        var found = new ArrayList<Check>();
        kinds.values().forEach(same -> {
            if (same.size() >= AGAIN) {
                found.add(again(same, ahead));
            } else {
                same.forEach(gap -> found.add(once(gap, ahead)));
            }
        });
        return found;
    }

    private static Kind kind(Gap gap, ZoneId zone, Outlook ahead) {
        return new Kind(LocalTime.ofInstant(gap.from(), zone), gap.lasting(), ahead.stake().between(gap.from(), gap.to()));
    }

    private static Check once(Gap gap, Outlook ahead) {
        var more = gap.to().equals(ahead.end()) ? " or more" : "";
        return check(ahead, gap.bounds(), "Nobody is on call for %s%s.".formatted(Lasting.words(gap.lasting()), more));
    }

    private static Check again(List<Gap> same, Outlook ahead) {
        var bounds = new Period(same.getFirst().from(), same.getLast().to());
        return check(ahead, bounds, "Nobody is on call for %s, %d times.".formatted(Lasting.words(same.getFirst().lasting()), same.size()));
    }

    private static Check check(Outlook ahead, Period bounds, String text) {
        return ahead.check(Check.Code.GAP, List.of(), bounds, text, "Put somebody there.");
    }

    /** One walk over both, which ascend and do not overlap. */
    static List<Gap> gaps(List<Period> meant, List<Shift> shifts) {
        var gaps = new ArrayList<Gap>();
        var open = false;
        var next = 0;
        for (var part : meant) {
            var end = Objects.requireNonNull(part.to());
            var from = part.from();
            while (from.isBefore(end)) {
                while (next < shifts.size() && !shifts.get(next).to().isAfter(from)) next++;
                var shift = next < shifts.size() && shifts.get(next).from().isBefore(end) ? shifts.get(next) : null;
                var covered = shift != null && !shift.from().isAfter(from);
                var to = shift == null ? end : covered ? earlier(shift.to(), end) : shift.from();
                if (!covered) add(gaps, from, to, open);
                open = !covered;
                from = to;
            }
        }
        return gaps;
    }

    private static void add(List<Gap> gaps, Instant from, Instant to, boolean goesOn) {
        var lasting = Duration.between(from, to);
        if (goesOn) {
            var last = gaps.removeLast();
            gaps.add(new Gap(new Period(last.from(), to), last.lasting().plus(lasting)));
        } else {
            gaps.add(new Gap(new Period(from, to), lasting));
        }
    }

    private static Instant earlier(Instant one, Instant two) {
        return one.isBefore(two) ? one : two;
    }
}
