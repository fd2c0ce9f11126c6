package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.notification.Contacts;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.DeliveryState;
import dev.holdfast.notification.Message;
import dev.holdfast.notification.Notifications;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door: callouts are begun, stopped and begun anew within the caller's transaction; steps go by their timers. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Callouts {

    private final CalloutStore store;
    private final EntryStore entries;
    private final Situations situations;
    private final Notifications notifications;
    private final Contacts contacts;
    private final Steps steps;
    private final Lapses lapses;
    private final StepTimers timers;

    Callouts(
            CalloutStore store,
            EntryStore entries,
            Situations situations,
            Notifications notifications,
            Contacts contacts,
            Steps steps,
            Lapses lapses,
            StepTimers timers) {
        this.store = store;
        this.entries = entries;
        this.situations = situations;
        this.notifications = notifications;
        this.contacts = contacts;
        this.steps = steps;
        this.lapses = lapses;
        this.timers = timers;
    }

    public void begin(SubjectId subject, ServiceName service, Urgency urgency, Instant now) {
        beginAll(List.of(new Begin(subject, service, urgency)), now);
    }

    /** However many, in a handful of statements. The first step of each is due now, or when nobody need be woken. */
    public void beginAll(List<Begin> begins, Instant now) {
        if (begins.isEmpty()) {
            return;
        }
        var known = store.lock(begins.stream().map(Begin::subject).toList());
        var present = situations.at(now, begins.stream().map(Begin::service).distinct().toList());
        var begun = new ArrayList<Callout>();
        var remarks = new ArrayList<Entry>();
        for (var begin : begins) {
            var before = known.get(begin.subject());
            var callout = Callout.begun(begin, before == null ? 1 : before.tick() + 1, now);
            var situation = present.of(begin.service());
            var until = situation.heldUntil(callout);
            if (until != null) {
                callout = callout.held(now, until, situation.covering().schedule());
                remarks.add(Remarks.suppressed(callout, situation));
            }
            begun.add(callout);
        }
        store.save(begun);
        entries.write(remarks);
        timers.set(begun);
    }

    /** Round 1, step 1 again; what waited of the callout before is withdrawn. */
    public void restart(Begin begin, Instant now) {
        store.lock(begin.subject()).ifPresent(before -> {
            timers.cancel(before);
            notifications.withdraw(before.subject().value(), "its callout began anew", now);
        });
        beginAll(List.of(begin), now);
    }

    public void restart(SubjectId subject, ServiceName service, Urgency urgency, Instant now) {
        restart(new Begin(subject, service, urgency), now);
    }

    /** Nobody is called any more. What waited is not sent, and the timeline says so. */
    public void stop(SubjectId subject, String why, Instant now) {
        var before = store.lock(subject).filter(Callout::goesOn);
        if (before.isEmpty()) {
            return;
        }
        timers.cancel(before.get());
        store.save(List.of(before.get().stopped()));
        withdraw(subject, why, now);
    }

    private void withdraw(SubjectId subject, String why, Instant now) {
        var waiting = notifications.regarding(subject.value()).stream()
                .filter(delivery -> delivery.state() == DeliveryState.WAITING)
                .map(Delivery::id)
                .collect(Collectors.toSet());
        if (waiting.isEmpty()) {
            return;
        }
        notifications.withdraw(subject.value(), why, now);
        entries.write(notifications.regarding(subject.value()).stream()
                .filter(delivery -> delivery.state() == DeliveryState.NOT_SENT && waiting.contains(delivery.id()))
                .map(delivery -> Remarks.withdrawn(subject, delivery.person(), delivery.by().toString(), why, now))
                .toList());
    }

    /** The next step now, also of one that is held; false where the callout has ended. */
    public boolean escalateNow(SubjectId subject, Instant now) {
        var callout = store.lock(subject).filter(Callout::goesOn);
        callout.ifPresent(it -> {
            timers.cancel(it);
            steps.take(List.of(it.is(PagingState.State.SUPPRESSED) ? it.breakingThrough() : it), now);
        });
        return callout.isPresent();
    }

    /**
     * Somebody who was called cannot: the next is called at once. Only while it is their turn, so that saying it twice
     * passes nobody over.
     */
    public boolean passOn(SubjectId subject, PersonName person, Instant now) {
        var callout = store.lock(subject).filter(it -> isTurnOf(person, it));
        callout.ifPresent(it -> {
            entries.write(List.of(Remarks.passedOn(subject, person, now)));
            timers.cancel(it);
            steps.take(List.of(it), now);
        });
        return callout.isPresent();
    }

    /** Whether the step that was taken last called this person. */
    @Transactional(readOnly = true)
    public boolean isTurnOf(SubjectId subject, PersonName person) {
        return store.find(subject).filter(it -> isTurnOf(person, it)).isPresent();
    }

    private boolean isTurnOf(PersonName person, Callout callout) {
        var at = callout.progress();
        return callout.is(PagingState.State.CALLING) && entries.wasCalled(callout.subject(), person, at.round(), at.step());
    }

    /** Who was called so far, in that order. */
    @Transactional(readOnly = true)
    public List<PersonName> called(SubjectId subject) {
        return entries.called(subject);
    }

    /** When somebody was called last; empty where nobody was. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastCall(SubjectId subject) {
        return entries.lastCall(subject);
    }

    /** A held callout is made now where the loss is above what the policy lets break through. */
    public void breakThrough(SubjectId subject, Money lossSoFar, Instant now) {
        var limit = situations.at(now).policy().breakThroughAbove();
        if (limit != null && lossSoFar.amount().compareTo(limit) > 0) {
            held(subject).ifPresent(callout -> make(callout.breakingThrough(), now));
        }
    }

    /** The loss above which a callout that is held is made all the same; empty where nothing breaks through. */
    @Transactional(readOnly = true)
    public Optional<BigDecimal> breakThroughAbove(Instant now) {
        return Optional.ofNullable(situations.at(now).policy().breakThroughAbove());
    }

    /** It can no longer wait until people work; where the level is none it stays held. */
    public void wake(SubjectId subject, Instant now) {
        var found = store.lock(subject).filter(it -> it.goesOn() && it.urgency() != Urgency.ALWAYS);
        found.map(it -> it.of(Urgency.ALWAYS)).ifPresent(callout -> {
            if (callout.is(PagingState.State.SUPPRESSED)) {
                make(callout, now);
            } else {
                store.save(List.of(callout));
            }
        });
    }

    /** Tells people without calling them: those of them who can be reached. */
    public void tell(SubjectId subject, String type, List<PersonName> people, Instant now) {
        var kind = MessageType.of(type);
        var reachable = contacts.reachable(people);
        var reached = people.stream().distinct().filter(reachable::contains).toList();
        entries.write(reached.stream().map(person -> Remarks.told(subject, kind, person, now)).toList());
        var message = new Message(kind.word(), subject.value(), null, null, null, Set.of());
        reached.forEach(person -> notifications.send(message, person, now));
    }

    /** Tells those who were called and do not know it yet, without the one who did it. */
    public void tellThoseCalled(SubjectId subject, String type, @Nullable PersonName except, Instant now) {
        var people = entries.calledAndNotTold(subject, MessageType.of(type).word());
        tell(subject, type, people.stream().filter(person -> !person.equals(except)).toList(), now);
    }

    /** From now on an acknowledgement stands for as long as the policy lets it without a note. */
    public void watchAcknowledgement(SubjectId subject, Instant now) {
        lapses.watch(subject, now);
    }

    @Transactional(readOnly = true)
    public PagingState state(SubjectId subject) {
        return store.find(subject).map(Callout::shown).orElse(PagingState.NONE);
    }

    @Transactional(readOnly = true)
    public Map<SubjectId, PagingState> states(Collection<SubjectId> subjects) {
        var found = store.find(subjects);
        return subjects.stream().distinct().collect(Collectors.toMap(subject -> subject, subject -> {
            var callout = found.get(subject);
            return callout == null ? PagingState.NONE : callout.shown();
        }));
    }

    /** For the timeline. */
    @Transactional(readOnly = true)
    public List<PagingEntry> entries(SubjectId subject) {
        return entries.of(subject);
    }

    /** Without waiting for a lock where it is not held: this is asked often. */
    private Optional<Callout> held(SubjectId subject) {
        return store.find(subject)
                .filter(it -> it.is(PagingState.State.SUPPRESSED))
                .flatMap(seen -> store.lock(subject))
                .filter(it -> it.is(PagingState.State.SUPPRESSED));
    }

    private void make(Callout callout, Instant now) {
        timers.cancel(callout);
        var made = List.of(callout.made(now));
        store.save(made);
        timers.set(made);
    }
}
