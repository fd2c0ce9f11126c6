package dev.holdfast.search;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** After the start, puts in what was there before: beside the work, in parts, by one node at a time, and only once. */
@Component
class Fillings {

    private static final Logger LOG = LoggerFactory.getLogger(Fillings.class);

    private final List<SearchSource> sources;
    private final FillingStore store;
    private final FindableStore entries;
    private final TransactionTemplate transaction;

    Fillings(List<SearchSource> sources, FillingStore store, FindableStore entries, TransactionTemplate transaction) {
        this.sources = sources;
        this.store = store;
        this.entries = entries;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("search-filling").start(() -> sources.forEach(this::fill));
    }

    /** What it does not manage is done at the next start. */
    void fill(SearchSource source) {
        try {
            while (Boolean.TRUE.equals(transaction.execute(open -> part(source)))) {
                LOG.debug("More of {} can be found", source.name());
            }
        } catch (RuntimeException failed) {
            LOG.warn("Not all of {} can be found yet: {}", source.name(), failed.getMessage());
        }
    }

    /** What has been put in since stays as it is. False where nothing is left, or another node is at it. */
    private boolean part(SearchSource source) {
        var upto = store.claim(source.name());
        if (upto.isEmpty()) return false;
        var part = source.after(upto.get());
        if (!part.entries().isEmpty()) entries.put(part.entries(), false);
        store.reached(source.name(), part.upto(), part.last());
        return !part.last();
    }
}
