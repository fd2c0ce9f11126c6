package dev.holdfast.portal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One open page: woken when something that it shows has changed, however often in between. */
public final class Follower implements AutoCloseable {

    private final Predicate<String> about;
    private final Consumer<Follower> gone;
    private final Semaphore changes = new Semaphore(0);
    private volatile boolean open = true;

    Follower(Predicate<String> about, Consumer<Follower> gone) {
        this.about = about;
        this.gone = gone;
    }

    boolean wants(String payload) {
        return about.test(payload);
    }

    void wake() {
        changes.release();
    }

    public boolean isOpen() {
        return open;
    }

    /** Waits for a change, or until the time is over: whether something changed. */
    public boolean awaitChange(Duration atMost) throws InterruptedException {
        var changed = changes.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS);
        changes.drainPermits();
        return changed && open;
    }

    @Override
    public void close() {
        open = false;
        gone.accept(this);
        changes.release();
    }
}
