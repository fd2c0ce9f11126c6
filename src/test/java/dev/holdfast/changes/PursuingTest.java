package dev.holdfast.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Pursuing.Next;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is next for an inquiry, by how far it is. */
class PursuingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Instant MUCH_LATER = NOW.plus(Duration.ofDays(30));

    @Test
    void whatWaitsIsSaidOnceAndAgainWhenItChanges() {
        var waiting = refused(Verdict.Code.PENDING_APPROVAL, "CHG-1 waits.");
        var frozen = refused(Verdict.Code.FREEZE, "Frozen.");

        assertThat(next(progress(null, 0, null, MUCH_LATER), waiting, 10)).isEqualTo(new Next.Note());
        assertThat(next(progress("CHG-1 waits.", 1, null, MUCH_LATER), waiting, 10)).isEqualTo(new Next.Wait(NOW.plus(Pursuing.LOOKED)));
        assertThat(next(progress("CHG-1 waits.", 1, null, MUCH_LATER), frozen, 10)).isEqualTo(new Next.Note());
        assertThat(next(progress("CHG-1 waits.", 10, null, MUCH_LATER), frozen, 10)).isEqualTo(new Next.Wait(NOW.plus(Pursuing.LOOKED)));
        assertThat(next(progress(null, 0, null, MUCH_LATER), waiting, 0)).isEqualTo(new Next.Wait(NOW.plus(Pursuing.LOOKED)));
    }

    @Test
    void aNoteThatFailedPausesAndADecisionDoesNotWaitForIt() {
        var paused = progress(null, 0, NOW.plusSeconds(5), MUCH_LATER);

        assertThat(next(paused, refused(Verdict.Code.PENDING_APPROVAL, "Waits."), 10)).isEqualTo(new Next.Wait(NOW.plusSeconds(5)));
        assertThat(next(paused, refused(Verdict.Code.REJECTED, "No."), 10)).isEqualTo(new Next.Decide());
    }

    @Test
    void itsEndIsNotMissedAndDecides() {
        var waiting = refused(Verdict.Code.PENDING_APPROVAL, "Waits.");

        assertThat(next(progress(null, 0, null, NOW.plusSeconds(20)), waiting, 0)).isEqualTo(new Next.Wait(NOW.plusSeconds(20)));
        assertThat(next(progress(null, 0, null, NOW), waiting, 10)).isEqualTo(new Next.Decide());
    }

    @Test
    void whatOnlyRecordsDecides() {
        var recorded = new GateAnswer(UUID.randomUUID(), false, true, Verdict.Code.PENDING_APPROVAL.name(), "Waits.", null, null, null);

        assertThat(next(progress(null, 0, null, MUCH_LATER), recorded, 10)).isEqualTo(new Next.Decide());
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.Code.class, names = {
        "PENDING_APPROVAL", "NOT_YET_VALID", "FREEZE", "NO_CHANGE", "VERSION_MISMATCH", "TEMPLATE_SUSPENDED"
    })
    void whatSomebodyOrTimeMendsWaits(Verdict.Code code) {
        assertThat(refused(code, "No.").mayStillPass()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = Verdict.Code.class, mode = EnumSource.Mode.EXCLUDE, names = {
        "PENDING_APPROVAL", "NOT_YET_VALID", "FREEZE", "NO_CHANGE", "VERSION_MISMATCH", "TEMPLATE_SUSPENDED"
    })
    void everythingElseIsDecided(Verdict.Code code) {
        assertThat(refused(code, "No.").mayStillPass()).isFalse();
    }

    private static Next next(InquiryProgress progress, GateAnswer answer, int notes) {
        return Pursuing.next(progress, answer, notes, NOW);
    }

    private static GateAnswer refused(Verdict.Code code, String message) {
        return new GateAnswer(UUID.randomUUID(), false, false, code.name(), message, null, null, null);
    }

    private static InquiryProgress progress(@Nullable String noted, int notes, @Nullable Instant notBefore, Instant until) {
        var question = new GateQuestion(new ServiceName("lamp"), "1.0", "production", null, null, null, null, null);
        var inquiry = new Inquiry(UUID.randomUUID(), question, "token:ci", NOW.minusSeconds(60), until, "callback", "https://example.com", "s");
        return new InquiryProgress(inquiry, InquiryProgress.State.WAITING, null, null, noted, notes, 0, notBefore, null);
    }
}
