package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a callout stands. {@code tick} numbers its timers: each is set for one tick, and only that of the present tick
 * does anything, so that a timer that fires twice or late changes nothing.
 */
record Callout(
        SubjectId subject,
        ServiceName service,
        Urgency urgency,
        PagingState.State state,
        int tick,
        Progress progress,
        @Nullable String schedule,
        boolean releasing,
        boolean isBreakingThrough,
        Instant begunAt,
        @Nullable Instant heldSince,
        @Nullable Instant dueAt) {

    /** Due now, from the first step of the first round on. */
    static Callout begun(Begin begin, int tick, Instant now) {
        return new Callout(
                begin.subject(),
                begin.service(),
                begin.urgency(),
                PagingState.State.CALLING,
                tick,
                Progress.START,
                null,
                false,
                false,
                now,
                null,
                now);
    }

    /** The next step is the one after these. */
    Callout from(Progress before) {
        return new Callout(
                subject, service, urgency, state, tick, before, schedule, releasing, isBreakingThrough, begunAt, heldSince, dueAt);
    }

    boolean is(PagingState.State other) {
        return state == other;
    }

    boolean goesOn() {
        return state != PagingState.State.STOPPED;
    }

    Callout stopped() {
        return next(PagingState.State.STOPPED, progress, schedule, false, null, null);
    }

    /** Held until an instant; the first step after it is its release. */
    Callout held(Instant since, Instant until, @Nullable String on) {
        var first = heldSince == null ? since : heldSince;
        return next(PagingState.State.SUPPRESSED, Progress.START, on, true, first, until);
    }

    Callout calling(Move.Call call, Instant due) {
        var taken = new Progress(call.round(), call.step(), call.called());
        return next(PagingState.State.CALLING, taken, call.line().schedule(), false, null, due);
    }

    Callout unanswered(Instant due) {
        return next(PagingState.State.UNANSWERED, progress, schedule, false, null, due);
    }

    /** The first step is due now, whatever held it. */
    Callout made(Instant now) {
        return next(PagingState.State.CALLING, Progress.START, schedule, true, null, now);
    }

    Callout breakingThrough() {
        return new Callout(
                subject, service, urgency, state, tick, progress, schedule, releasing, true, begunAt, heldSince, dueAt);
    }

    Callout of(Urgency other) {
        return new Callout(
                subject, service, other, state, tick, progress, schedule, releasing, isBreakingThrough, begunAt, heldSince,
                dueAt);
    }

    Set<PersonName> called() {
        return progress.called();
    }

    private Callout next(
            PagingState.State to,
            Progress at,
            @Nullable String on,
            boolean toRelease,
            @Nullable Instant held,
            @Nullable Instant due) {
        return new Callout(
                subject, service, urgency, to, tick + 1, at, on, toRelease, isBreakingThrough, begunAt, held, due);
    }

    PagingState shown() {
        return new PagingState(
                state,
                schedule,
                Math.max(1, progress.step()),
                progress.round(),
                is(PagingState.State.SUPPRESSED) ? dueAt : null,
                dueAt);
    }
}
