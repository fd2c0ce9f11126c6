package dev.holdfast.changes;

import dev.holdfast.changes.GateTeller.Told;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.notification.Backoff;
import dev.holdfast.timers.Errand;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the gate again for an inquiry, and has its answer told by one node at a time: what is to be told is claimed in the
 * transaction that finds it out, told outside of any, and settled in another.
 */
@Component
class Pursuit {

    /** Longer than any teller takes: after it the attempt counts as lost and is made again. */
    static final Duration CLAIM = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofDays(1);
    private static final int MOST_TRIES_OF_A_NOTE = 20;
    private static final Logger LOG = LoggerFactory.getLogger(Pursuit.class);

    private final InquiryStore store;
    private final InquiryTimers timers;
    private final Gate gate;
    private final Deployments deployments;
    private final ObjectProvider<GateTeller> tellers;
    private final Ledger ledger;
    private final Clock clock;

    Pursuit(
            InquiryStore store, InquiryTimers timers, Gate gate, Deployments deployments, ObjectProvider<GateTeller> tellers, Ledger ledger,
            Clock clock) {
        this.store = store;
        this.timers = timers;
        this.gate = gate;
        this.deployments = deployments;
        this.tellers = tellers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * That this node tells it.
     *
     * @param decided else it says why it waits
     */
    record Tell(Inquiry inquiry, GateAnswer answer, boolean decided, Instant claimedUntil) implements Errand.Claim {}

    @Transactional
    public Errand<Tell> prepare(UUID id) {
        var now = now();
        var found = store.lock(id).filter(progress -> !progress.hasEnded());
        if (found.isEmpty()) return new Errand.Nothing<>();
        var progress = found.get();
        if (progress.isClaimed(now)) return new Errand.Later<>(later(progress.claimedUntil(), now));
        var decided = decided(progress, now);
        if (decided.isPresent()) {
            return progress.pauses(now) ? new Errand.Later<>(later(progress.notBefore(), now)) : claim(progress, decided.get(), true, now);
        }
        var answer = gate.again(named(progress.inquiry().question()), progress.inquiry().askedBy());
        return switch (Pursuing.next(progress, answer, teller(progress.inquiry()).notes(), now)) {
            case Pursuing.Next.Wait(var at) -> new Errand.Later<>(at);
            case Pursuing.Next.Note _ -> claim(progress, answer, false, now);
            case Pursuing.Next.Decide _ -> {
                store.decide(id, answer.decision(), now);
                yield claim(progress, answer, true, now);
            }
        };
    }

    /** No transaction is open while the other side takes its time. */
    Told tell(Tell errand) {
        try {
            var teller = teller(errand.inquiry());
            return errand.decided() ? teller.tell(errand.inquiry(), errand.answer()) : teller.note(errand.inquiry(), errand.answer());
        } catch (RuntimeException broken) {
            LOG.warn("The {} could not be told: {}", errand.inquiry(), broken.getClass().getSimpleName());
            return new Told.Later("it could not be told");
        }
    }

    @Transactional
    public void settle(Tell errand, Told told) {
        var id = errand.inquiry().id();
        var progress = store.lock(id).filter(each -> errand.claimedUntil().equals(each.claimedUntil())).orElse(null);
        if (progress == null) return;
        var now = now();
        switch (told) {
            case Told.Heard _ -> heard(errand, null, now);
            case Told.Never(var detail) -> {
                LOG.warn("The {} cannot be told: {}", errand.inquiry(), detail);
                heard(errand, detail, now);
            }
            case Told.Later later -> again(errand, later, progress, now);
        }
    }

    private void heard(Tell errand, @Nullable String failure, Instant now) {
        var id = errand.inquiry().id();
        if (errand.decided()) {
            if (failure != null) recordUntold(errand, failure);
            store.end(id, failure == null ? InquiryProgress.State.TOLD : InquiryProgress.State.FAILED, failure, now);
            timers.drop(id);
        } else {
            store.noted(id, errand.answer().message());
            timers.move(id, now);
        }
    }

    private void recordUntold(Tell errand, String why) {
        var question = errand.inquiry().question();
        ledger.record("holdfast", "gate-untold", "service/" + question.service(), null, Map.of(
                "version", question.version(), "decision", errand.answer().decision(), "way", errand.inquiry().way(), "why", why));
    }

    private void again(Tell errand, Told.Later later, InquiryProgress progress, Instant now) {
        var begun = progress.decidedAt() == null ? now : progress.decidedAt();
        var next = Backoff.next(progress.attempts() + 1, begun, PATIENCE, now);
        if (next.isEmpty() || !errand.decided() && progress.attempts() >= MOST_TRIES_OF_A_NOTE) {
            heard(errand, later.detail(), now);
            return;
        }
        var at = next.get().isBefore(now.plus(later.pause())) ? now.plus(later.pause()) : next.get();
        store.failed(errand.inquiry().id(), later.detail(), at);
        timers.move(errand.inquiry().id(), at);
    }

    /** What was decided, as long as it holds; else it waits again. */
    private Optional<GateAnswer> decided(InquiryProgress progress, Instant now) {
        if (progress.decision() == null) return Optional.empty();
        var answer = gate.answer(progress.decision());
        if (answer.expiresAt() == null || now.isBefore(answer.expiresAt())) return Optional.of(answer);
        store.reopen(progress.inquiry().id());
        return Optional.empty();
    }

    private Errand<Tell> claim(InquiryProgress progress, GateAnswer answer, boolean decided, Instant now) {
        var until = now.plus(CLAIM);
        store.claim(progress.inquiry().id(), until);
        return new Errand.Now<>(new Tell(progress.inquiry(), answer, decided, until));
    }

    /** Who knows only a commit asks for the version that was built of it. */
    private GateQuestion named(GateQuestion question) {
        var commit = question.commit();
        if (commit == null || !commit.equals(question.version())) return question;
        return deployments.versionOf(question.service(), commit).map(question::of).orElse(question);
    }

    private GateTeller teller(Inquiry inquiry) {
        return tellers.orderedStream()
                .filter(each -> each.way().equals(inquiry.way()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody tells by " + inquiry.way()));
    }

    private static Instant later(@Nullable Instant at, Instant now) {
        return at == null ? now : at;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
