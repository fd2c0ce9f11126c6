package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.quantities.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shifts that people give to each other: asked by one, agreed by the other, and only then in the schedule. */
@Service
public class Swaps {

    private static final int MOST = 200;

    private final SwapStore store;
    private final SwapTimers timers;
    private final SwapsTold told;
    private final Swapping swapping;
    private final ScheduleBook book;
    private final Documents documents;
    private final SchedulePart part;
    private final Party party;
    private final Ledger ledger;
    private final Clock clock;

    Swaps(
            SwapStore store, SwapTimers timers, SwapsTold told, Swapping swapping, ScheduleBook book, Documents documents, SchedulePart part, Party party,
            Ledger ledger, Clock clock) {
        this.store = store;
        this.timers = timers;
        this.told = told;
        this.swapping = swapping;
        this.book = book;
        this.documents = documents;
        this.part = part;
        this.party = party;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** By who gives; whoever it waits for is told. */
    @Transactional
    public Swap ask(String schedule, NewSwap asked, Viewer viewer) {
        party.of(viewer, asked.giver());
        var now = now();
        var participants = participants(schedule);
        SwapRules.demandPossible(asked, now);
        demandKnown("give.person", asked.giver(), now);
        if (asked.taker() != null) demandKnown("take.person", asked.taker(), now);
        var timeline = book.timeline(schedule);
        var given = SwapRules.theirs("give", asked.giver(), shifts(timeline, asked.give()));
        var taken = asked.take() == null || asked.taker() == null ? null : SwapRules.theirs("take", asked.taker(), shifts(timeline, asked.take()));
        var swap = new Swap(
                UUID.randomUUID().toString(), schedule, asked.giver(), asked.give(), asked.taker(), asked.take(), asked.note(), SwapState.ASKED,
                now, viewer.by(), SwapRules.expiry(asked), null, null);
        store.add(swap, given, taken);
        timers.set(swap);
        ledger.record(viewer.by(), "swap-asked", "schedule/" + schedule, null, swap);
        told.asked(swap, participants);
        return swap;
    }

    /**
     * By who is asked, or by anyone of the schedule where it is offered to everybody: the schedule is changed.
     *
     * @throws Conflict where it waits no more, or a shift has moved since
     */
    @Transactional
    public Swap agree(String id, @Nullable PersonName as, Viewer viewer) {
        var person = party.of(viewer, as);
        var swap = locked(id);
        if (swap.state() == SwapState.AGREED && person.equals(swap.taker())) return swap;
        demandAsked(swap, person);
        SwapRules.demandWaits(swap);
        var agreed = swapping.agree(swap.agreed(person, now(), viewer.by()), swap, viewer);
        settle(agreed, "swap-agreed", viewer.by(), swap);
        return agreed;
    }

    /** By who is asked; what is offered to everybody waits for another. */
    @Transactional
    public Swap decline(String id, @Nullable PersonName as, Viewer viewer) {
        var person = party.of(viewer, as);
        var swap = locked(id);
        demandAsked(swap, person);
        if (swap.state() == SwapState.DECLINED) return swap;
        SwapRules.demandWaits(swap);
        if (swap.isOpen()) throw new Conflict("STATE", "It is offered to everybody: it waits for another, until it is withdrawn.");
        return settled(swap, SwapState.DECLINED, "swap-declined", viewer.by());
    }

    /** By who asked. */
    @Transactional
    public Swap withdraw(String id, @Nullable PersonName as, Viewer viewer) {
        var person = party.of(viewer, as);
        var swap = locked(id);
        if (!person.equals(swap.giver())) throw new Forbidden("Only " + swap.giver() + " withdraws it.");
        if (swap.state() == SwapState.WITHDRAWN) return swap;
        SwapRules.demandWaits(swap);
        return settled(swap, SwapState.WITHDRAWN, "swap-withdrawn", viewer.by());
    }

    /** The first of what it is about has begun, and nobody has answered. */
    @Transactional
    void expire(String id) {
        var swap = store.lock(id).orElseThrow();
        var now = now();
        if (swap.waits() && swap.at(now).state() == SwapState.EXPIRED) settled(swap, SwapState.EXPIRED, "swap-expired", "holdfast");
    }

    public Swap find(String id) {
        return store.find(id).orElseThrow(() -> unknown(id)).at(now());
    }

    /** Of a schedule, the newest first. */
    public List<Swap> of(String schedule) {
        participants(schedule);
        var now = now();
        return store.of(schedule, MOST).stream().map(swap -> swap.at(now)).toList();
    }

    /** What somebody asked and what waits for them, the most urgent first; one query. */
    public List<Swap> concerning(PersonName person) {
        var now = now();
        var schedules = documents.at(now).parts(part).entrySet().stream()
                .filter(each -> each.getValue().roster().participants(now).contains(person))
                .map(java.util.Map.Entry::getKey)
                .toList();
        return store.waiting(person, schedules, now);
    }

    /** Whether it is theirs to answer. */
    public boolean waitsFor(Swap swap, PersonName person) {
        return SwapRules.waitsFor(swap, person, this::participants);
    }

    private void demandAsked(Swap swap, PersonName person) {
        if (person.equals(swap.giver())) throw new Forbidden("Who asks cannot answer: it waits for " + (swap.taker() == null ? "another" : swap.taker()) + ".");
        var anybodys = swap.taker() == null || !swap.waits();
        if (!person.equals(swap.taker()) && !(anybodys && participants(swap.schedule()).contains(person))) throw new Forbidden(swap.taker() == null ? "It is offered to those who take turns in " + swap.schedule() + "." : "Only " + swap.taker() + " answers this.");
    }

    private Swap settled(Swap swap, SwapState as, String act, String by) {
        var settled = swap.settled(as, now(), by);
        settle(settled, act, by, swap);
        told.settled(settled);
        return settled;
    }

    private void settle(Swap settled, String act, String by, Swap before) {
        store.settle(settled);
        if (settled.state() != SwapState.EXPIRED) timers.drop(settled);
        ledger.record(by, act, "schedule/" + settled.schedule(), before, settled);
    }

    private Swap locked(String id) {
        return store.lock(id).orElseThrow(() -> unknown(id)).at(now());
    }

    private Set<PersonName> participants(String schedule) {
        var now = now();
        return documents.at(now).part(part, schedule).orElseThrow(() -> new NotFound("There is no schedule " + schedule + ".")).roster().participants(now);
    }

    private void demandKnown(String field, PersonName person, Instant now) {
        var known = documents.at(now).person(person);
        if (known.isEmpty()) throw Unprocessable.of(field, "UNKNOWN_REFERENCE", "There is no person " + person + ".");
        if (!known.get().onCall()) throw Unprocessable.of(field, "STATE", person + " does not take turns.");
    }

    static List<Shift> shifts(Timeline timeline, Period window) {
        return timeline.shifts(window.from(), window.from().plus(window.length()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no swap " + id + ".");
    }
}
