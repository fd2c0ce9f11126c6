package dev.holdfast.changes;

import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.ledger.Entry;
import dev.holdfast.ledger.Head;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What a bundle of the audit takes from the ledger, and what is signed of it. */
@Service
public class Bundles {

    private final Ledger ledger;
    private final Attestations attestations;
    private final Clock clock;

    Bundles(Ledger ledger, Attestations attestations, Clock clock) {
        this.ledger = ledger;
        this.attestations = attestations;
        this.clock = clock;
    }

    /** A stretch of the ledger up to where it ended when the stretch was taken. */
    public final class Run {

        private final Head before;
        private final Head head;

        private Run(Head before, Head head) {
            this.before = before;
            this.head = head;
        }

        /** The oldest first, a thousand at a time. */
        public void each(Consumer<Entry> reader) {
            var at = before.sequence();
            while (at < head.sequence()) {
                var entries = ledger.run(at, head.sequence());
                if (entries.isEmpty()) return;
                entries.forEach(reader);
                at = entries.getLast().sequence();
            }
        }
    }

    /** From that entry on; past the end there is none. */
    public Run from(long first) {
        var head = ledger.head();
        if (first > head.sequence()) return new Run(head, head);
        var entries = ledger.run(first - 1, first);
        var before = entries.isEmpty() ? head : new Head(first - 1, entries.getFirst().previousHash());
        return new Run(before, head);
    }

    /** Where the ledger ends before the rows are read: what is recorded up to there has its row. */
    public long whole() {
        return ledger.head().sequence();
    }

    /** @param rows and {@code ledger} are SHA-256 in hexadecimal */
    public String checkpoint(Run run, long whole, DeploymentFilter filter, String rows, String ledger) {
        return attestations.signed(new Checkpoint(
                run.head, run.before, whole, names(filter.services()), filter.from(), filter.to(), clock.instant(), rows, ledger));
    }

    private static @Nullable String names(@Nullable Set<String> services) {
        return services == null ? null : services.stream().sorted().collect(Collectors.joining(" "));
    }
}
