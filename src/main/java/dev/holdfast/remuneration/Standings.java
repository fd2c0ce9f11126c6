package dev.holdfast.remuneration;

import dev.holdfast.oncall.OwnWeek;
import dev.holdfast.oncall.Watch;
import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.operatingmodel.Remuneration.Per;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** From watches to pieces of standby (rule 15): cut where hours, day class, bearers or the price list change. */
final class Standings {

    private final Function<Watch.Of, NavigableMap<Instant, Setting>> settings;
    private final OutOfHours outOfHours;
    private final ZoneId months;
    private final Map<Own, Duration> owns = new HashMap<>();

    Standings(Function<Watch.Of, NavigableMap<Instant, Setting>> settings, OutOfHours outOfHours, ZoneId months) {
        this.settings = settings;
        this.outOfHours = outOfHours;
        this.months = months;
    }

    private record Own(Instant from, Instant to, List<Period> open, WorkingCalendar calendar) {}

    List<Piece> of(List<Watch> watches) {
        var pieces = new ArrayList<Piece>();
        watches.forEach(watch -> of(watch, pieces));
        return pieces;
    }

    private void of(Watch watch, List<Piece> pieces) {
        var all = settings.apply(watch.of());
        for (var from = watch.from(); from.isBefore(watch.to()); ) {
            var setting = all.floorEntry(from);
            var next = all.higherKey(from);
            var to = next == null || watch.to().isBefore(next) ? watch.to() : next;
            if (setting != null && setting.getValue().prices() != null && !setting.getValue().shares().isEmpty()) {
                paid(watch, from, to, setting.getValue(), setting.getValue().prices(), pieces);
            }
            from = to;
        }
    }

    private void paid(Watch watch, Instant from, Instant to, Setting setting, Remuneration prices, List<Piece> pieces) {
        var chosen = prices.standby(setting.team(), watch.person().value());
        var rates = chosen.pays();
        var daily = Stream.of(rates.weekday(), rates.weekend(), rates.holiday()).anyMatch(rate -> rate.per() == Per.DAY);
        for (var stretch : outOfHours.between(setting.calendar(), from, to)) {
            var edges = edges(stretch, watch, daily);
            for (var edge : edges) {
                var end = edges.higher(edge);
                if (end == null) continue;
                var dayClass = DayClass.of(LocalDate.ofInstant(edge, watch.zone()), setting.calendar().holidays());
                var rate = dayClass.of(rates);
                var pay = new Pay(rate, over(rate.per(), watch.week(), edge, setting.calendar()), chosen.by());
                pieces.add(new Piece(edge, end, new Piece.As(
                        YearMonth.from(edge.atZone(months)), watch.schedule(), watch.person(), watch.insteadOf(),
                        dayClass, pay, turn(watch), setting.shares(), List.of())));
            }
        }
    }

    private NavigableSet<Instant> edges(Period stretch, Watch watch, boolean daily) {
        var from = stretch.from();
        var to = from.plus(stretch.length());
        var edges = new TreeSet<Instant>(List.of(from, to));
        for (var day = LocalDate.ofInstant(from, watch.zone()).plusDays(1); ; day = day.plusDays(1)) {
            var midnight = day.atStartOfDay(watch.zone()).toInstant();
            if (!midnight.isBefore(to)) break;
            edges.add(midnight);
        }
        var month = YearMonth.from(from.atZone(months)).plusMonths(1).atDay(1).atStartOfDay(months).toInstant();
        Stream.concat(Stream.of(month), daily ? watch.week().days().stream() : Stream.empty())
                .filter(edge -> edge.isAfter(from) && edge.isBefore(to))
                .forEach(edges::add);
        return edges;
    }

    private Duration over(Per per, OwnWeek week, Instant at, WorkingCalendar calendar) {
        return switch (per) {
            case HOUR -> Pay.AN_HOUR;
            case WEEK -> own(new Own(week.from(), week.to(), week.open(), calendar));
            case DAY -> {
                var day = week.days().stream().filter(start -> !start.isAfter(at)).count();
                yield own(new Own(week.days().get((int) day - 1), week.days().get((int) day), week.open(), calendar));
            }
        };
    }

    /** The hours out of hours that the schedule covers in its own week or day. */
    private Duration own(Own own) {
        return owns.computeIfAbsent(own, it -> {
            var within = new Period(it.from(), it.to());
            return it.open().stream()
                    .flatMap(open -> open.cutTo(within).stream())
                    .map(open -> outOfHours.length(it.calendar(), open.from(), open.from().plus(open.length())))
                    .reduce(Duration.ZERO, Duration::plus);
        });
    }

    private static @Nullable Turn turn(Watch watch) {
        return watch.turn() == null ? null : new Turn(watch.schedule(), watch.layer(), watch.turn(), watch.week().from());
    }
}
