package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an agreed swap into its schedule, where the shifts still are as they were asked about. */
@Component
class Swapping {

    private final SwapStore store;
    private final OverrideStore overrides;
    private final ScheduleBook book;
    private final Documents documents;
    private final MovesTold told;
    private final Ledger ledger;

    Swapping(SwapStore store, OverrideStore overrides, ScheduleBook book, Documents documents, MovesTold told, Ledger ledger) {
        this.store = store;
        this.overrides = overrides;
        this.book = book;
        this.documents = documents;
        this.told = told;
        this.ledger = ledger;
    }

    /** Whoever else decides of that schedule at the same time waits, and then sees what this made of it. */
    Swap agree(Swap agreed, Swap asked, Viewer viewer) {
        overrides.lock(agreed.schedule());
        var now = Objects.requireNonNull(agreed.settledAt());
        var taker = Objects.requireNonNull(agreed.taker());
        if (documents.at(now).person(taker).filter(person -> person.onCall()).isEmpty()) throw Unprocessable.of("person", "STATE", taker + " does not take turns.");
        var before = book.timeline(agreed.schedule());
        var stood = store.stood(agreed.id());
        var given = unmoved(stood.given(), agreed.giver(), before, agreed.give());
        var taken = agreed.take() == null ? null : unmoved(asked.isOpen() ? null : stood.taken(), taker, before, agreed.take());
        for (var override : SwapRules.overrides(agreed, given, taken)) {
            var made = new MadeOverride(
                    UUID.randomUUID().toString(), agreed.schedule(), override.from(), override.to(), override.person(), agreed.note(), now, viewer.by(), null, agreed.id());
            overrides.add(made);
            ledger.record(viewer.by(), "override-made", "schedule/" + agreed.schedule(), null, made);
        }
        var around = Around.of(agreed.expiresAt(), last(agreed), now);
        var after = book.timeline(agreed.schedule());
        told.moved(agreed.schedule(), Moves.between(before.shifts(around.from(), around.to()), after.shifts(around.from(), around.to())), viewer.by());
        return agreed;
    }

    /** As it stands; as it was asked, where that is known. */
    private static Stretches unmoved(@Nullable String asked, PersonName person, Timeline timeline, Period window) {
        var shifts = Swaps.shifts(timeline, window);
        var stretches = Stretches.of(person, shifts);
        if (stretches.isEmpty() || shifts.stream().anyMatch(shift -> !shift.person().equals(person))) {
            if (asked == null) throw Unprocessable.of("take", "STATE", "What is wanted in return is not all of " + person + "'s.");
            throw SwapRules.moved();
        }
        SwapRules.demandUnmoved(asked, stretches);
        return stretches;
    }

    private static Instant last(Swap swap) {
        return List.of(swap.give(), swap.take() == null ? swap.give() : swap.take()).stream()
                .map(period -> period.from().plus(period.length()))
                .max(Instant::compareTo)
                .orElseThrow();
    }
}
