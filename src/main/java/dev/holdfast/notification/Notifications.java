package dev.holdfast.notification;

import dev.holdfast.catalogue.PersonName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells people. What is sent here is made in the caller's transaction and goes out right after its commit. */
@Service
public class Notifications {

    /** What waits for an answer, and has no reason once somebody gave it. */
    private static final Set<String> CALLS = Set.of("page", "released", "unanswered");

    private final DeliveryStore store;
    private final DeliveryTimers timers;
    private final Channels channels;
    private final Clock clock;

    Notifications(DeliveryStore store, DeliveryTimers timers, Channels channels, Clock clock) {
        this.store = store;
        this.timers = timers;
        this.channels = channels;
        this.clock = clock;
    }

    /** A delivery for each rule of the person, timed from the beginning of the step; none when nobody is reachable. */
    @Transactional
    public List<Delivery> send(Message message, PersonName person, Instant stepStart) {
        return send(message, List.of(person), stepStart);
    }

    /** The same to several, in as many statements. */
    @Transactional
    public List<Delivery> send(Message message, Collection<PersonName> people, Instant stepStart) {
        var names = people.stream().map(PersonName::value).distinct().toList();
        var rules = store.rulesOf(names, channels.usable());
        if (rules.isEmpty()) return List.of();
        var now = clock.instant();
        var deliveries = new ArrayList<Delivery>();
        for (var rule : rules) deliveries.add(delivery(message, rule, stepStart, Ids.fresh(now)));
        store.insert(deliveries, rules, message);
        deliveries.forEach(timers::set);
        return List.copyOf(deliveries);
    }

    /**
     * Somebody answered: pages and the like that still wait are not sent. What tells of it, and what is also about
     * something else, goes out as long as there are words for it.
     */
    @Transactional
    public void withdraw(String regarding, String why, Instant now) {
        store.withdraw(regarding, CALLS, why, now).forEach(timers::drop);
    }

    /** Every delivery about it with its attempts, in the order in which they were due. */
    public List<Delivery> regarding(String regarding) {
        return store.regarding(regarding);
    }

    private static Delivery delivery(Message message, Rule rule, Instant stepStart, String id) {
        return new Delivery(
                id,
                new PersonName(rule.person()),
                rule.by(),
                rule.masked(),
                message.type(),
                message.step(),
                message.round(),
                message.schedule(),
                DeliveryState.WAITING,
                null,
                List.of(),
                message.regarding(),
                message.alsoRegarding(),
                stepStart,
                stepStart.plus(rule.after()));
    }
}
