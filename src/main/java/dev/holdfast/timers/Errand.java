package dev.holdfast.timers;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;

/** What a timer finds to do where doing it takes its time, such as a call to somebody else. */
public sealed interface Errand<C extends Errand.Claim> {

    /** That one node does it, recorded before it is begun; after that instant it counts as lost and is done again. */
    interface Claim {

        Instant claimedUntil();
    }

    /** Its reason is gone, or it is done. */
    record Nothing<C extends Claim>() implements Errand<C> {}

    /** It is not due, or another node is at it. */
    record Later<C extends Claim>(Instant at) implements Errand<C> {}

    record Now<C extends Claim>(C claim) implements Errand<C> {}

    /**
     * The timer of such errands. It does not wait for the other side: it is set to fire again when the claim ends, and the errand
     * goes on by itself, so that silent peers keep no timer from firing. One that ends takes the timer away or moves it; one that is
     * lost with its node is done again by it.
     *
     * @param afterAFault how long it waits when the errand could not even be prepared
     * @param prepare by the id of the timer
     * @param begin starts it on a thread of its own
     */
    static <C extends Claim> CustomTask<Void> timer(
            String name, Duration afterAFault, Function<String, Errand<C>> prepare, Consumer<C> begin) {
        return Tasks.custom(name, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(afterAFault))
                .execute((timer, context) -> follow(prepare.apply(timer.getId()), begin));
    }

    private static <C extends Claim> CompletionHandler<Void> follow(Errand<C> errand, Consumer<C> begin) {
        return switch (errand) {
            case Nothing<C> _ -> (complete, timer) -> timer.stop();
            case Later<C>(var at) -> (complete, timer) -> timer.reschedule(complete, at);
            case Now<C>(var claim) ->
                (complete, timer) -> {
                    timer.reschedule(complete, claim.claimedUntil());
                    begin.accept(claim);
                };
        };
    }
}
