package dev.holdfast.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Lets requests that arrive together share a transaction: while one batch is being committed the next one gathers. A
 * request returns when what it said is committed, and not before. What does not fit is refused before it is accepted.
 */
public final class SharedWork<Q, A> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SharedWork.class);
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_WAITING_OF_ONE = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(9);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);

    private final BlockingQueue<Request<Q, A>> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Map<Object, Integer> waitingOf = new ConcurrentHashMap<>();
    private final Shape<Q> shape;
    private final Function<List<Q>, List<A>> work;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean open = true;

    private record Request<Q, A>(Q asked, CompletableFuture<A> done) {}

    /**
     * How requests are shared out.
     *
     * @param most that a batch takes, by what its requests weigh
     * @param sender of a request: one that floods is refused before it takes the place of others
     */
    public record Shape<Q>(String name, int workers, int most, Function<Q, ?> sender, ToIntFunction<Q> weight) {}

    /** @param work done in one transaction of its own, which answers each request in its place */
    public SharedWork(Shape<Q> shape, Function<List<Q>, List<A>> work) {
        this.shape = shape;
        this.work = work;
        for (int i = 0; i < shape.workers(); i++) {
            workers.add(Thread.ofPlatform().name(shape.name() + "-" + i).daemon().start(this::work));
        }
    }

    /**
     * Answers when it is committed.
     *
     * @throws Unavailable when there is too much already, or the database does not answer
     * @throws Refusal that the work answered
     */
    public A take(Q asked) {
        var request = new Request<>(asked, new CompletableFuture<A>());
        if (!open || waitingOf.getOrDefault(shape.sender().apply(asked), 0) > MOST_WAITING_OF_ONE) {
            throw new Unavailable(TRY_AGAIN_AFTER);
        }
        waitingOf.merge(shape.sender().apply(asked), shape.weight().applyAsInt(asked), Integer::sum);
        if (!waiting.offer(request)) {
            noLongerWaiting(request);
            throw new Unavailable(TRY_AGAIN_AFTER);
        }
        try {
            return request.done().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) throw refusal;
            LOG.warn("What came for {} could not be stored: {}", shape.name(), String.valueOf(e.getCause()));
            throw new Unavailable(TRY_AGAIN_AFTER);
        } catch (TimeoutException e) {
            request.done().cancel(false);
            throw new Unavailable(TRY_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable(TRY_AGAIN_AFTER);
        }
    }

    private void work() {
        while (open) {
            try {
                workTogether(gather());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<Request<Q, A>> gather() throws InterruptedException {
        var batch = new ArrayList<Request<Q, A>>();
        batch.add(waiting.take());
        int weight = shape.weight().applyAsInt(batch.getFirst().asked());
        while (weight < shape.most()) {
            var next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            weight += shape.weight().applyAsInt(next.asked());
        }
        batch.forEach(this::noLongerWaiting);
        return batch;
    }

    private void noLongerWaiting(Request<Q, A> request) {
        var weight = shape.weight().applyAsInt(request.asked());
        waitingOf.computeIfPresent(shape.sender().apply(request.asked()), (sender, sum) -> sum <= weight ? null : sum - weight);
    }

    /**
     * One transaction for all who still wait; where it fails by what was said, one for each, so that nobody pays for
     * somebody else's poison. Where the database does not answer, all are told at once.
     */
    private void workTogether(List<Request<Q, A>> gathered) {
        var batch = gathered.stream().filter(request -> !request.done().isDone()).toList();
        if (batch.isEmpty()) return;
        try {
            var asked = batch.stream().map(Request::asked).toList();
            var answers = Contended.retrying(() -> work.apply(asked));
            for (int i = 0; i < batch.size(); i++) batch.get(i).done().complete(answers.get(i));
        } catch (RuntimeException | Error together) {
            if (batch.size() == 1 || isOutOfReach(together)) {
                batch.forEach(request -> request.done().completeExceptionally(together));
            } else {
                batch.forEach(request -> workTogether(List.of(request)));
            }
        }
    }

    private static boolean isOutOfReach(Throwable failure) {
        return failure instanceof TransactionException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException;
    }

    @Override
    public void close() {
        open = false;
        workers.forEach(Thread::interrupt);
        waiting.forEach(request -> request.done().completeExceptionally(new IllegalStateException("stopping")));
    }
}
