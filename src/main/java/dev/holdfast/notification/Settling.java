package dev.holdfast.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what came of an attempt and decides what follows, in one short transaction. */
@Component
class Settling {

    private static final int FAILURES_UNTIL_OTHERS = 2;

    private final DeliveryStore store;
    private final DeliveryTimers timers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settling(DeliveryStore store, DeliveryTimers timers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.timers = timers;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void record(Courier.Try attempt, Outcome outcome) {
        var now = clock.instant();
        switch (outcome) {
            case Outcome.Delivered delivered -> end(attempt, delivered, DeliveryState.DELIVERED, now);
            case Outcome.Failed failed -> failed(attempt, failed, now);
        }
    }

    private void failed(Courier.Try attempt, Outcome.Failed failure, Instant now) {
        var delivery = attempt.sending().delivery();
        var next = failure.hopeless() ? Optional.<Instant>empty() : next(attempt, now);
        if (next.isPresent()) {
            store.attempted(delivery.id(), attempt.number(), failure, DeliveryState.WAITING, now);
            timers.move(delivery.id(), next.get());
            publish(delivery, DeliveryState.WAITING, now);
        } else {
            end(attempt, failure, DeliveryState.FAILED, now);
            events.publishEvent(new DeliveryFailed(
                    delivery.id(),
                    delivery.type(),
                    delivery.regarding(),
                    delivery.person(),
                    delivery.by(),
                    failure.detail(),
                    now));
        }
        if (next.isEmpty() || attempt.number() >= FAILURES_UNTIL_OTHERS) {
            store.hasten(delivery, now).forEach(other -> timers.move(other, now));
        }
    }

    private static Optional<Instant> next(Courier.Try attempt, Instant now) {
        var first = attempt.sending().firstTry();
        return Backoff.next(attempt.number(), first == null ? now : first, attempt.sending().patience(), now);
    }

    private void end(Courier.Try attempt, Outcome outcome, DeliveryState state, Instant now) {
        var delivery = attempt.sending().delivery();
        store.attempted(delivery.id(), attempt.number(), outcome, state, now);
        timers.drop(delivery.id());
        publish(delivery, state, now);
    }

    private void publish(Delivery delivery, DeliveryState state, Instant now) {
        events.publishEvent(
                new DeliverySettled(delivery.id(), delivery.regarding(), delivery.person(), state, now));
    }
}
