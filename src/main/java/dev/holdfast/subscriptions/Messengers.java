package dev.holdfast.subscriptions;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs what is told beside the timers, so that a silent address holds nobody's page up. */
@Component
class Messengers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Messengers.class);

    private final Posting posting;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("subscription-", 0).factory());

    /** However many are told at once, they leave connections for others. */
    private final Semaphore settling = new Semaphore(2, true);

    Messengers(Posting posting) {
        this.posting = posting;
    }

    void run(Posting.Tell errand) {
        try {
            executor.execute(() -> {
                var outcome = posting.tell(errand);
                settling.acquireUninterruptibly();
                try {
                    posting.settle(errand, outcome);
                } catch (RuntimeException unrecorded) {
                    LOG.warn("What came of the {} could not be recorded ({}); it is told again", errand.subscription(), unrecorded.getClass().getSimpleName());
                } finally {
                    settling.release();
                }
            });
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The timer looks after it when the server is back");
        }
    }

    /** What is under way; the server's end waits for it. */
    @Override
    public void close() {
        executor.close();
    }
}
