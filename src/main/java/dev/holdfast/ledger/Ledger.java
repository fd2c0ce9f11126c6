package dev.holdfast.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Who did what, within the transaction of the act. The chain is closed right before its commit, one writer at a time. */
@Service
public class Ledger {

    private final LedgerStore store;
    private final JsonMapper json;
    private final Clock clock;

    Ledger(LedgerStore store, JsonMapper json, Clock clock) {
        this.store = store;
        this.json = json;
        this.clock = clock;
    }

    /** Which entries are asked for; what is null does not matter. */
    public record Filter(@Nullable String subject, @Nullable String by, @Nullable Instant from, @Nullable Instant to) {}

    /** What verifying found: {@code firstBroken} is null where every entry hangs on the one before it. */
    public record Verification(boolean verified, long entries, @Nullable Head head, @Nullable Broken firstBroken) {

        public record Head(long sequence, String hash) {}

        public record Broken(long sequence, String why) {}
    }

    private record Act(String by, String act, String subject, @Nullable String before, @Nullable String after) {}

    /**
     * Records an act of the present transaction.
     *
     * @param by {@code "ann"} or {@code "token:ci"}
     * @param act a verb such as {@code "acknowledge"}
     * @param subject kind and name, such as {@code "service/bedroom"}
     * @throws IllegalStateException outside a transaction
     */
    public void record(String by, String act, String subject, @Nullable Object before, @Nullable Object after) {
        pending().add(new Act(by, act, subject, text(before), text(after)));
    }

    @Transactional(readOnly = true)
    public List<LedgerEntry> list(Filter filter, @Nullable Long beforeSequence, int most) {
        return store.list(filter, beforeSequence, most);
    }

    @Transactional(readOnly = true)
    public Verification verify() {
        var last = new AtomicReference<@Nullable LedgerEntry>();
        var broken = new AtomicReference<Verification.@Nullable Broken>();
        var count = new long[1];
        store.each(entry -> {
            var why = Links.fault(last.get(), entry);
            if (why != null) {
                broken.set(new Verification.Broken(entry.sequence(), why));
                return false;
            }
            last.set(entry);
            count[0]++;
            return true;
        });
        var head = store.head().map(it -> new Verification.Head(it.sequence(), it.hash())).orElse(null);
        return new Verification(broken.get() == null, count[0], head, broken.get());
    }

    private @Nullable String text(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value).replace("\\u0000", "\\uFFFD");
    }

    /** Registered once a transaction, with whatever it does until its commit. */
    private List<Act> pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Closing.class::isInstance)
                .map(it -> ((Closing) it).acts)
                .findFirst()
                .orElseGet(() -> {
                    var closing = new Closing();
                    TransactionSynchronizationManager.registerSynchronization(closing);
                    return closing.acts;
                });
    }

    private final class Closing implements TransactionSynchronization {

        private final List<Act> acts = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            store.lock();
            var head = store.head();
            var sequence = head.map(LedgerEntry::sequence).orElse(0L);
            var previous = head.map(LedgerEntry::hash).orElse(Chain.BEGINNING);
            var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            for (var act : acts) {
                var entry = Chain.link(++sequence, at, act.by(), act.act(), act.subject(), act.before(), act.after(), previous);
                store.append(entry);
                previous = entry.hash();
            }
        }
    }
}
