package dev.holdfast.ledger;

import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.keys.Keyring;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Records who did what, in the transaction in which it was done, and shows that nothing was changed since. */
@Component
public class Ledger {

    /** What others may join in their own statements: of what there are entries. */
    public static final String SUBJECTS = "ledger.subject";

    private final LedgerStore store;
    private final Keyring keyring;
    private final Verification verification;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Ledger(
            JdbcTemplate template, PlatformTransactionManager transactions, Keyring keyring, JsonMapper json, Clock clock,
            ApplicationEventPublisher events) {
        this.store = new LedgerStore(template);
        this.keyring = keyring;
        this.verification = new Verification(store, transactions, keyring);
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Records an act within the caller's transaction; without one there is nothing to be part of, and it fails. The
     * chain is held only from just before the commit.
     */
    public void record(String by, String act, String subject, @Nullable Object before, @Nullable Object after) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An act is recorded in the transaction in which it is done: " + act);
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ofThisTransaction().acts.add(new Act(now, by, act, subject, text(before), text(after)));
    }

    public Listing<Entry> find(Question question, @Nullable String cursor, Limit limit) {
        var below = Cursor.read(cursor, Long::valueOf).orElse(null);
        var read = store.find(question, below, limit.andOne());
        return Listing.cut(read, limit, entry -> "" + entry.sequence());
    }

    /** The latest entries about any of these subjects, the newest first. */
    public List<Entry> latest(Collection<String> subjects, Instant since, int most) {
        return subjects.isEmpty() ? List.of() : store.latest(subjects, since, most);
    }

    /** Where the chain ends now. */
    public Head head() {
        return store.head().head();
    }

    /** The entries after one place up to another, the oldest first; at most a thousand at once. */
    public List<Entry> run(long after, long to) {
        return store.run(after, to);
    }

    /** Looks through all of it. */
    public Verdict verify() {
        return verification.verify();
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    private Recording ofThisTransaction() {
        for (var synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof Recording recording && recording.isOf(this)) return recording;
        }
        var recording = new Recording();
        TransactionSynchronizationManager.registerSynchronization(recording);
        return recording;
    }

    /** The acts of one transaction, appended as the last thing before its commit. */
    private final class Recording implements TransactionSynchronization {

        private final List<Act> acts = new ArrayList<>();

        boolean isOf(Ledger ledger) {
            return ledger == Ledger.this;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (acts.isEmpty()) return;
            var entries = Chain.append(store.lockHead(), acts);
            store.append(entries);
            var head = new Head(entries.getLast().sequence(), entries.getLast().hash());
            store.moveHead(head, keyring.sign("ledger", head.words()));
        }

        @Override
        public void afterCommit() {
            if (!acts.isEmpty()) events.publishEvent(new ActsRecorded(acts.stream().map(Act::subject).collect(Collectors.toSet())));
        }
    }
}
