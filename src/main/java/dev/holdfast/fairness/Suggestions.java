package dev.holdfast.fairness;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which turns ahead should change hands so that hours out of hours, had and to come, come out more even: one after the
 * other the exchange that evens out most, from whoever has most. Whoever takes a turn is away in none of it and on call in
 * none of it already.
 */
final class Suggestions {

    private static final int MOST = 3;
    private static final int LOOKED_AT = 30;

    private Suggestions() {}

    /**
     * @param had hours out of hours that each has had
     * @param taken when each is on call or away otherwise
     * @param takers who takes turns of each schedule
     */
    record Situation(Map<PersonName, Duration> had, List<Slot> slots, Map<PersonName, List<Period>> taken, Map<String, Set<PersonName>> takers) {}

    static List<Suggestion> of(Situation situation) {
        List<Slot> slots = situation.slots().stream().sorted(Comparator.comparing(Slot::from).thenComparing(Slot::schedule)).toList();
        var suggestions = new ArrayList<Suggestion>();
        for (var best = best(situation, slots); best.isPresent() && suggestions.size() < MOST; best = best(situation, slots)) {
            slots = best.get().in(slots);
            suggestions.add(best.get().suggestion(Spread.of(totals(situation, slots).values())));
        }
        return suggestions;
    }

    private static Optional<Exchange> best(Situation situation, List<Slot> slots) {
        var before = unevenness(totals(situation, slots));
        return exchanges(situation, slots)
                .min(Comparator.comparing((Exchange exchange) -> unevenness(totals(situation, exchange.in(slots)))).thenComparing(exchange -> exchange.give().from()))
                .filter(exchange -> unevenness(totals(situation, exchange.in(slots))).compareTo(before) < 0);
    }

    /** A turn that is given to somebody, who gives one in return or none. */
    private record Exchange(Slot give, PersonName taker, Optional<Slot> inReturn) {

        List<Slot> in(List<Slot> slots) {
            var after = new ArrayList<>(slots);
            after.set(after.indexOf(give), give.of(taker));
            inReturn.ifPresent(slot -> after.set(after.indexOf(slot), slot.of(give.person())));
            return after;
        }

        Suggestion suggestion(@Nullable BigDecimal spread) {
            var take = inReturn.map(slot -> new Suggestion.Part(taker, slot.from(), slot.to())).orElseGet(() -> new Suggestion.Part(taker, null, null));
            return new Suggestion(give.schedule(), new Suggestion.Part(give.person(), give.from(), give.to()), take, spread);
        }
    }

    private static Stream<Exchange> exchanges(Situation situation, List<Slot> slots) {
        var totals = totals(situation, slots);
        var most = totals.entrySet().stream().max(Map.Entry.<PersonName, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())));
        if (most.isEmpty()) return Stream.of();
        var giver = most.get().getKey();
        return slots.stream().filter(slot -> slot.person().equals(giver)).limit(LOOKED_AT).flatMap(give ->
                situation.takers().getOrDefault(give.schedule(), Set.of()).stream().sorted()
                        .filter(taker -> !taker.equals(giver) && totals.containsKey(taker))
                        .flatMap(taker -> exchanges(situation, slots, give, taker)));
    }

    private static Stream<Exchange> exchanges(Situation situation, List<Slot> slots, Slot give, PersonName taker) {
        var given = Stream.of(new Exchange(give, taker, Optional.empty())).filter(it -> isFree(situation, slots, taker, give, null));
        var swapped = slots.stream()
                .filter(slot -> slot.person().equals(taker) && slot.schedule().equals(give.schedule()) && slot.outOfHours().compareTo(give.outOfHours()) < 0)
                .limit(LOOKED_AT)
                .filter(slot -> isFree(situation, slots, taker, give, slot) && isFree(situation, slots, give.person(), slot, give))
                .map(slot -> new Exchange(give, taker, Optional.of(slot)));
        return Stream.concat(given, swapped);
    }

    private static boolean isFree(Situation situation, List<Slot> slots, PersonName person, Slot wanted, @Nullable Slot without) {
        var own = slots.stream().filter(slot -> slot.person().equals(person) && !slot.equals(without)).flatMap(slot -> slot.parts().stream());
        return Stream.concat(own, situation.taken().getOrDefault(person, List.of()).stream())
                .noneMatch(busy -> wanted.parts().stream().anyMatch(busy::overlaps));
    }

    private static Map<PersonName, Long> totals(Situation situation, List<Slot> slots) {
        var totals = new HashMap<PersonName, Long>();
        situation.had().forEach((person, had) -> totals.put(person, had.toMinutes()));
        slots.forEach(slot -> totals.computeIfPresent(slot.person(), (person, before) -> before + slot.outOfHours().toMinutes()));
        return totals;
    }

    /** The sum of squares: of what adds up to the same it is least where all have the same. */
    private static BigDecimal unevenness(Map<PersonName, Long> totals) {
        return totals.values().stream().filter(Objects::nonNull).map(BigDecimal::valueOf).map(total -> total.multiply(total)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
