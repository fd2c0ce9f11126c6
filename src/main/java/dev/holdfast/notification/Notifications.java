package dev.holdfast.notification;

import dev.holdfast.catalogue.PersonName;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
        return sendAll(people.stream().distinct().map(person -> new Letter(message, person)).toList(), stepStart);
    }

    /** A message and whom it is for. */
    public record Letter(Message message, PersonName to) {}

    /** Many messages of one instant, in as many statements as one. */
    @Transactional
    public List<Delivery> sendAll(List<Letter> letters, Instant stepStart) {
        if (letters.isEmpty()) return List.of();
        var names = letters.stream().map(letter -> letter.to().value()).distinct().toList();
        var rules = store.rulesOf(names, channels.usable()).stream().collect(Collectors.groupingBy(Rule::person));
        var now = clock.instant();
        var posted = new ArrayList<Posted>();
        for (var letter : letters) {
            for (var rule : rules.getOrDefault(letter.to().value(), List.of())) {
                var delivery = delivery(letter.message(), rule, stepStart, Ids.fresh(now));
                posted.add(new Posted(delivery, rule.contact(), letter.message().patience()));
            }
        }
        if (posted.isEmpty()) return List.of();
        store.insert(posted);
        var deliveries = posted.stream().map(Posted::delivery).toList();
        timers.setAll(deliveries);
        return deliveries;
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
