package dev.holdfast.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Outbound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.keys.Keyring;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever asks the gate and does not wait for the answer: it is told when it is made (C4). */
@Service
public class Inquiries {

    /** GitHub's own: a job that waits longer has failed. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final int MOST_ASKERS = 5;
    private static final Duration KEPT = Duration.ofDays(30);

    private final InquiryStore store;
    private final InquiryTimers timers;
    private final Keyring keyring;
    private final Clock clock;

    Inquiries(InquiryStore store, InquiryTimers timers, Keyring keyring, Clock clock) {
        this.store = store;
        this.timers = timers;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** Where an answer is told, in the words of its way, and with what it is signed. */
    public record Ear(String way, String address, @Nullable String secret) {

        /** @throws Unprocessable where it is no address that may be called; the field names it */
        public static Ear web(String way, String field, String address, @Nullable String secret) {
            Outbound.fault(field, address).ifPresent(why -> {
                throw Unprocessable.of(field, "MALFORMED", why);
            });
            return new Ear(way, address, secret);
        }

        /** Without the address and the secret. */
        @Override
        public String toString() {
            return way;
        }
    }

    /**
     * Keeps the question, once while it is open, and has it asked at once and whenever something changes. Who asks has been
     * let ask it. Answers until when it is kept.
     */
    @Transactional
    public Instant keep(GateQuestion question, Ear ear, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var until = now.plus(LONGEST);
        var inquiry = new Inquiry(TimeOrdered.id(now), question, by, now, until, ear.way(), ear.address(), ear.secret());
        timers.set(store.add(inquiry), now);
        return until;
    }

    /**
     * Somebody who waits for a decision, or was not reached with it.
     *
     * @param detail why the last attempt to reach them failed
     */
    public record Asker(String way, Instant since, boolean unreached, @Nullable String detail) {}

    /** Who waits for what a change brings, the latest first. */
    public List<Asker> about(Change change) {
        return store.about(change, MOST_ASKERS);
    }

    /** What is sent to that address for that account is signed with, where it brings no secret of its own: always the same. */
    public String secret(Viewer viewer, String address) {
        return keyring.sign("changes.callback", viewer.account() + " " + viewer.by() + " " + address);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 1_200_000)
    void forgetEnded() {
        store.deleteEndedBefore(clock.instant().minus(KEPT));
    }
}
