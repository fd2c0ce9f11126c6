package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.incidents.Responses.Response;
import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Callouts as they are paid: out of hours only, those that overlap as one, at least so long, and rounded up (rule 15). */
final class Callouts {

    private Callouts() {}

    /** Somebody's work in an incident, with the parts of it that lie out of hours. */
    record Worked(Response response, List<Period> outOfHours) {

        Worked {
            outOfHours = List.copyOf(outOfHours);
        }

        Instant end() {
            return outOfHours.getLast().from().plus(outOfHours.getLast().length());
        }
    }

    /** One callout. {@code worked} is the time itself, {@code counted} what it is paid as. */
    record Paid(PersonName person, List<Response> responses, List<Period> outOfHours, Duration worked, Duration counted, boolean wasOnStandby) {

        List<String> incidents() {
            return responses.stream().map(Response::incident).distinct().toList();
        }

        Instant from() {
            return outOfHours.getFirst().from();
        }

        Instant to() {
            return outOfHours.getLast().from().plus(outOfHours.getLast().length());
        }

        Paid as(Duration time, boolean onStandby) {
            return new Paid(person, responses, outOfHours, worked, time, onStandby);
        }
    }

    /** Each person's, those that overlap as one. */
    static List<Paid> of(List<Worked> worked) {
        var byPerson = worked.stream()
                .filter(each -> !each.outOfHours().isEmpty())
                .collect(Collectors.groupingBy(each -> each.response().person(), TreeMap<PersonName, List<Worked>>::new, Collectors.toList()));
        return byPerson.entrySet().stream().flatMap(each -> ofOne(each.getKey(), each.getValue()).stream()).toList();
    }

    static Duration counted(Duration worked, Remuneration.Callout callout) {
        var atLeast = worked.compareTo(callout.minimum()) < 0 ? callout.minimum() : worked;
        var step = callout.roundUpTo();
        if (step.isZero()) return atLeast;
        var steps = BigDecimal.valueOf(atLeast.toNanos()).divide(BigDecimal.valueOf(step.toNanos()), 0, RoundingMode.CEILING);
        return step.multipliedBy(steps.longValueExact());
    }

    private static List<Paid> ofOne(PersonName person, List<Worked> all) {
        var sorted = all.stream().sorted(Comparator.comparing(each -> each.outOfHours().getFirst().from())).toList();
        var paid = new ArrayList<Paid>();
        for (var index = 0; index < sorted.size(); ) {
            var together = new ArrayList<Worked>();
            var end = sorted.get(index).end();
            while (index < sorted.size() && (together.isEmpty() || sorted.get(index).outOfHours().getFirst().from().isBefore(end))) {
                var next = sorted.get(index++);
                together.add(next);
                end = next.end().isAfter(end) ? next.end() : end;
            }
            var periods = union(together);
            var time = periods.stream().map(Period::length).reduce(Duration.ZERO, Duration::plus);
            paid.add(new Paid(person, together.stream().map(Worked::response).toList(), periods, time, time, true));
        }
        return paid;
    }

    private static List<Period> union(List<Worked> together) {
        var union = new ArrayList<Period>();
        together.stream().flatMap(each -> each.outOfHours().stream()).sorted(Comparator.comparing(Period::from)).forEach(period -> {
            var last = union.isEmpty() ? null : union.getLast();
            if (last == null || last.from().plus(last.length()).isBefore(period.from())) {
                union.add(period);
            } else if (last.from().plus(last.length()).isBefore(period.from().plus(period.length()))) {
                union.set(union.size() - 1, new Period(last.from(), period.to()));
            }
        });
        return union;
    }
}
