package dev.holdfast.notification;

import dev.holdfast.keys.Keyring;
import dev.holdfast.timers.Errand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Makes one attempt: asks for the words, claims the delivery, calls the channel outside any transaction, and has the
 * outcome recorded.
 */
@Component
class Courier {

    /** Longer than any channel takes: after it the attempt counts as lost and is made again. */
    static final Duration CLAIM = Duration.ofSeconds(12);

    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    /** However many are answered at once, they leave connections for others. */
    private final Semaphore recording = new Semaphore(4, true);

    private final DeliveryStore store;
    private final ObjectProvider<Briefings> briefings;
    private final TestPage testPage;
    private final Channels channels;
    private final Keyring keyring;
    private final Settling settling;
    private final Clock clock;

    Courier(
            DeliveryStore store,
            ObjectProvider<Briefings> briefings,
            TestPage testPage,
            Channels channels,
            Keyring keyring,
            Settling settling,
            Clock clock) {
        this.store = store;
        this.briefings = briefings;
        this.testPage = testPage;
        this.channels = channels;
        this.keyring = keyring;
        this.settling = settling;
        this.clock = clock;
    }

    /** One try at a delivery that is due. */
    record Try(Sending sending, int number, Parcel parcel, Instant claimedUntil) implements Errand.Claim {}

    Errand<Try> prepare(String id) {
        var found = store.waiting(id);
        if (found.isEmpty()) return new Errand.Nothing<>();
        var sending = found.get();
        var now = clock.instant();
        var address = sending.address();
        if (address == null) return dropped(id, "the contact was removed", now);
        var briefing = brief(sending.delivery(), now);
        if (briefing.isEmpty()) return dropped(id, "its reason is gone", now);
        var until = now.plus(CLAIM);
        var sealed = sending.secret();
        var secret = sealed == null ? null : keyring.open(sealed);
        var parcel = new Parcel(address, secret, sending.delivery(), briefing.get());
        return store.claim(id, now, until)
                .<Errand<Try>>map(number -> new Errand.Now<>(new Try(sending, number, parcel, until)))
                .orElseGet(() -> new Errand.Later<>(until));
    }

    /** No transaction is open while the other side takes its time. */
    void attempt(Try attempt) {
        var outcome = outcome(attempt.parcel());
        recording.acquireUninterruptibly();
        try {
            settling.record(attempt, outcome);
        } catch (RuntimeException unrecorded) {
            LOG.warn(
                    "The outcome of delivery {} could not be recorded ({}); it is sent again",
                    attempt.parcel(),
                    unrecorded.getClass().getSimpleName());
        } finally {
            recording.release();
        }
    }

    private Outcome outcome(Parcel parcel) {
        try {
            return channels.deliver(parcel);
        } catch (RuntimeException broken) {
            LOG.warn("Delivery {} could not be sent: {}", parcel, broken.getClass().getSimpleName());
            return new Outcome.Failed("it could not be sent");
        }
    }

    private Errand<Try> dropped(String id, String why, Instant now) {
        store.notSent(id, why, now);
        return new Errand.Nothing<>();
    }

    private Optional<Briefing> brief(Delivery delivery, Instant now) {
        if (TestPage.is(delivery)) return Optional.of(testPage.briefing(delivery));
        return briefings.orderedStream()
                .filter(port -> port.concern(delivery))
                .findFirst()
                .flatMap(port -> port.brief(delivery, now));
    }
}
