package dev.holdfast.subscriptions;

import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.holdfast.notification.Backoff;
import dev.holdfast.notification.Outcome;
import dev.holdfast.timers.Errand;
import dev.holdfast.timers.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has a delivery told by one node at a time: claimed in one transaction, told outside of any, settled in another. */
@Component
class Posting {

    /** Longer than any way takes: after it the attempt counts as lost and is made again. */
    static final Duration CLAIM = Duration.ofSeconds(40);

    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(60);
    private static final Logger LOG = LoggerFactory.getLogger(Posting.class);

    private final SubscriptionStore subscriptions;
    private final NoticesStore deliveries;
    private final Wording words;
    private final Carriers carriers;
    private final Timers timers;
    private final Clock clock;

    Posting(SubscriptionStore subscriptions, NoticesStore deliveries, Wording words, Carriers carriers, Timers timers, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.words = words;
        this.carriers = carriers;
        this.timers = timers;
        this.clock = clock;
    }

    /** That this node tells it. */
    record Tell(Delivery delivery, Subscription subscription, Wording.Said said, Instant claimedUntil) implements Errand.Claim {}

    @Transactional
    public Errand<Tell> prepare(UUID id) {
        var now = now();
        var delivery = deliveries.lock(id).orElse(null);
        if (delivery == null) return new Errand.Nothing<>();
        if (delivery.claimedUntil() != null && now.isBefore(delivery.claimedUntil())) return new Errand.Later<>(delivery.claimedUntil());
        var subscription = subscriptions.find(delivery.subscription()).orElseThrow();
        var said = words.of(subscription, delivery);
        if (said.isEmpty()) {
            deliveries.end(id, true, "nothing is left to tell", now);
            return new Errand.Nothing<>();
        }
        var until = now.plus(CLAIM);
        deliveries.claim(id, until);
        return new Errand.Now<>(new Tell(delivery, subscription, said.get(), until));
    }

    /** No transaction is open while the other side takes its time. */
    Outcome tell(Tell errand) {
        try {
            return carriers.tell(errand.subscription(), errand.delivery().id(), errand.said());
        } catch (RuntimeException broken) {
            LOG.warn("What the {} waits for could not be told: {}", errand.subscription(), broken.getClass().getSimpleName());
            return new Outcome.Failed("it could not be told", false);
        }
    }

    @Transactional
    public void settle(Tell errand, Outcome outcome) {
        var id = errand.delivery().id();
        var now = now();
        var mine = deliveries.lock(id).filter(delivery -> errand.claimedUntil().equals(delivery.claimedUntil()));
        if (mine.isEmpty()) return;
        switch (outcome) {
            case Outcome.Delivered delivered -> end(id, true, delivered.detail(), now);
            case Outcome.Failed failed -> {
                var next = Backoff.next(mine.get().attempts() + 1, errand.delivery().due(), PATIENCE, now);
                if (failed.hopeless() || next.isEmpty()) {
                    end(id, false, failed.detail(), now);
                } else {
                    deliveries.failed(id, failed.detail());
                    timers.reschedule(TaskInstanceId.of(PostingTask.NAME, id.toString()), next.get());
                }
            }
        }
    }

    private void end(UUID id, boolean sent, String detail, Instant now) {
        deliveries.end(id, sent, detail, now);
        timers.cancel(TaskInstanceId.of(PostingTask.NAME, id.toString()));
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 1_500_000)
    void forgetEnded() {
        deliveries.deleteEndedBefore(clock.instant().minus(KEPT));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
