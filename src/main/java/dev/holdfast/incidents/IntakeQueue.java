package dev.holdfast.incidents;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Signal;
import dev.holdfast.http.Unavailable;
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
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Lets requests that arrive together share a transaction: while one batch is being committed the next one gathers. A
 * request returns when what it said is committed, and not before. What does not fit is refused before it is accepted.
 */
final class IntakeQueue implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(IntakeQueue.class);
    private static final int MOST_IN_A_BATCH = 1_000;
    private static final int MOST_WAITING = 20_000;
    private static final int MOST_WAITING_OF_ONE = 5_000;
    private static final Duration PATIENCE = Duration.ofSeconds(9);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(2);

    private final BlockingQueue<Request> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Map<IntegrationName, Integer> waitingOf = new ConcurrentHashMap<>();
    private final Consumer<List<Signal>> take;
    private final List<Thread> workers = new ArrayList<>();
    private volatile boolean open = true;

    private record Request(List<Signal> signals, CompletableFuture<Void> done) {}

    IntakeQueue(Consumer<List<Signal>> take, int workers) {
        this.take = take;
        for (int i = 0; i < workers; i++) {
            this.workers.add(Thread.ofPlatform().name("intake-" + i).daemon().start(this::work));
        }
    }

    /** @throws Unavailable when there is too much already, or the database does not answer */
    void take(List<Signal> signals) {
        if (signals.isEmpty()) {
            return;
        }
        var integration = signals.getFirst().key().integration();
        var request = new Request(signals, new CompletableFuture<>());
        if (!open || waitingOf.getOrDefault(integration, 0) > MOST_WAITING_OF_ONE) {
            throw new Unavailable(TRY_AGAIN_AFTER);
        }
        waitingOf.merge(integration, signals.size(), Integer::sum);
        if (!waiting.offer(request)) {
            noLongerWaiting(request);
            throw new Unavailable(TRY_AGAIN_AFTER);
        }
        try {
            request.done().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            LOG.warn("Alerts could not be stored: {}", String.valueOf(e.getCause()));
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
                takeTogether(gather());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private List<Request> gather() throws InterruptedException {
        var batch = new ArrayList<Request>();
        batch.add(waiting.take());
        int signals = batch.getFirst().signals().size();
        while (signals < MOST_IN_A_BATCH) {
            var next = waiting.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
            signals += next.signals().size();
        }
        batch.forEach(this::noLongerWaiting);
        return batch;
    }

    private void noLongerWaiting(Request request) {
        waitingOf.computeIfPresent(
                request.signals().getFirst().key().integration(),
                (integration, count) -> count <= request.signals().size() ? null : count - request.signals().size());
    }

    /**
     * One transaction for all who still wait; where it fails by what was said, one for each, so that nobody pays for
     * somebody else's poison. Where the database does not answer, all are told at once.
     */
    private void takeTogether(List<Request> gathered) {
        var batch = gathered.stream().filter(request -> !request.done().isDone()).toList();
        try {
            take.accept(batch.stream().flatMap(request -> request.signals().stream()).toList());
            batch.forEach(request -> request.done().complete(null));
        } catch (RuntimeException | Error together) {
            if (batch.size() == 1 || isOutOfReach(together)) {
                batch.forEach(request -> request.done().completeExceptionally(together));
            } else {
                batch.forEach(request -> takeTogether(List.of(request)));
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
