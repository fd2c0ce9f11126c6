package dev.holdfast.changes;

import dev.holdfast.ledger.ActsRecorded;
import dev.holdfast.timers.Errand;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Runs the errands of inquiries, and looks after those at once whose facts changed. That is haste alone: what it misses the
 * timers find.
 */
@Component
class Runner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    private static final String CHANGE = "change/CHG-";
    private static final String TEMPLATE = "change-template/";
    private static final String SERVICE = "Service/";
    private static final String FREEZE = FreezeWindowPart.KIND + "/";

    private final Pursuit pursuit;
    private final InquiryStore store;
    private final ExecutorService executor = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("inquiry-", 0).factory());

    /** However many there are, they leave connections for others. */
    private final Semaphore working = new Semaphore(4, true);

    Runner(Pursuit pursuit, InquiryStore store) {
        this.pursuit = pursuit;
        this.store = store;
    }

    void run(Pursuit.Tell errand) {
        executor.execute(() -> {
            var told = pursuit.tell(errand);
            working("settled", () -> pursuit.settle(errand, told));
        });
    }

    @EventListener
    void on(ActsRecorded acts) {
        var services = new HashSet<String>();
        var changes = new HashSet<Long>();
        var templates = new HashSet<String>();
        var all = false;
        for (var subject : acts.subjects()) {
            after(CHANGE, subject).map(Long::valueOf).ifPresent(changes::add);
            after(TEMPLATE, subject).ifPresent(templates::add);
            after(SERVICE, subject).ifPresent(services::add);
            all |= subject.startsWith(FREEZE);
        }
        if (services.isEmpty() && changes.isEmpty() && templates.isEmpty() && !all) return;
        var everything = all;
        haste(() -> store.waiting(services, changes, templates, everything).forEach(this::look));
    }

    private void look(UUID inquiry) {
        haste(() -> {
            if (pursuit.prepare(inquiry) instanceof Errand.Now<Pursuit.Tell>(var tell)) run(tell);
        });
    }

    private void haste(Runnable task) {
        try {
            executor.execute(() -> working("looked after", task));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("The timers look after it when the server is back");
        }
    }

    private void working(String what, Runnable task) {
        working.acquireUninterruptibly();
        try {
            task.run();
        } catch (RuntimeException unable) {
            LOG.warn("An inquiry could not be {} ({}); its timer does it again", what, unable.getClass().getSimpleName());
        } finally {
            working.release();
        }
    }

    private static Optional<String> after(String prefix, String subject) {
        return subject.startsWith(prefix) ? Optional.of(subject.substring(prefix.length())) : Optional.empty();
    }

    /** Errands under way; the server's end waits for them. */
    @Override
    public void close() {
        executor.close();
    }
}
