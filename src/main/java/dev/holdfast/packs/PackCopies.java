package dev.holdfast.packs;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Keeps this node's own copy of the packs on its disk: whichever node made them, they are here a minute later. */
@Component
class PackCopies implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PackCopies.class);
    private static final int LOOKS_EVERY_SECONDS = 60;

    private final PackStore store;
    private final PackSigning signing;
    private final PackFolder folder;
    private @Nullable Instant written;
    private volatile @Nullable String trouble;
    private @Nullable ScheduledExecutorService looking;

    PackCopies(
            PackStore store, PackSigning signing, @Value("${holdfast.packs:}") String given, @Value("${holdfast.data}") Path data) {
        this.store = store;
        this.signing = signing;
        this.folder = new PackFolder((given.isBlank() ? data.resolve("packs") : Path.of(given)).toAbsolutePath());
    }

    /** Why the folder could not be written; empty where all is well. */
    Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    Path folder() {
        return folder.path();
    }

    /** Writes what is newer than what this node has written. */
    synchronized void copy() {
        try {
            var made = store.madeAt();
            if (made.isEmpty() || made.get().equals(written)) return;
            folder.write(store.all(), signing.verifyingKey().pem());
            written = made.get();
            if (trouble != null) LOG.info("The incident packs are written to {} again", folder.path());
            trouble = null;
        } catch (IOException | SecurityException refused) {
            note(refused.getClass().getSimpleName() + ": " + refused.getMessage());
        } catch (DataAccessException unreachable) {
            LOG.debug("The incident packs cannot be read now; looked for again in a minute", unreachable);
        }
    }

    /** Said in the log once, until it goes well again. */
    private void note(String why) {
        if (trouble == null) LOG.warn("The incident packs cannot be written to {}: {}", folder.path(), why);
        trouble = why;
    }

    @Override
    public synchronized void start() {
        var executor = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("pack-copies").factory());
        executor.scheduleWithFixedDelay(this::copySafely, LOOKS_EVERY_SECONDS, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
        looking = executor;
    }

    private void copySafely() {
        try {
            copy();
        } catch (RuntimeException unexpected) {
            LOG.warn("The incident packs could not be copied; tried again in a minute", unexpected);
        }
    }

    @Override
    public synchronized void stop() {
        if (looking != null) looking.shutdownNow();
        looking = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }
}
