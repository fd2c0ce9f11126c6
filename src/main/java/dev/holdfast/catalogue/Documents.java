package dev.holdfast.catalogue;

import dev.holdfast.quantities.Period;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads what is declared. What is in force, was lately or will be is kept in memory; one small query a call asks
 * whether it is still so, on whichever node it was changed. Older instants are read from the database. A transaction
 * that has just applied something sees it; others see it when it is committed.
 */
@Component
public class Documents {

    private static final Duration LATELY = Duration.ofDays(40);
    private static final int PAST_VIEWS = 32;

    private final DocumentStore store;
    private final Clock clock;
    private final Map<Past, State> past = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Past, State> eldest) {
            return size() > PAST_VIEWS;
        }
    };

    private volatile @Nullable Snapshot shared;
    private volatile SoftReference<@Nullable Snapshot> deep = new SoftReference<>(null);

    Documents(DocumentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    public CatalogueView at(Instant instant) {
        var snapshot = snapshot();
        return new CatalogueView(
                instant.isBefore(snapshot.floor()) ? past(snapshot, instant) : snapshot.at(instant), instant);
    }

    /** Asks once whether memory is fresh, for all that is read inside. */
    public <T> T holding(Supplier<T> reading) {
        if (TransactionSynchronizationManager.hasResource(this)) return reading.get();
        TransactionSynchronizationManager.bindResource(this, snapshot());
        try {
            return reading.get();
        } finally {
            TransactionSynchronizationManager.unbindResourceIfPossible(this);
        }
    }

    /** The same for whatever is read of that instant or later: what is not in memory is loaded at once, by one query. */
    public <T> T holdingFrom(Instant from, Supplier<T> reading) {
        var held = TransactionSynchronizationManager.getResource(this);
        var snapshot = snapshot();
        if (held != null && !from.isBefore(snapshot.floor())) return reading.get();
        var wide = back(snapshot, from);
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        TransactionSynchronizationManager.bindResource(this, wide);
        try {
            return reading.get();
        } finally {
            TransactionSynchronizationManager.unbindResourceIfPossible(this);
            if (held != null) TransactionSynchronizationManager.bindResource(this, held);
        }
    }

    /** The names of a kind that are in force at that instant or after it, without a query while that is held. */
    public List<String> names(String kind, Instant from) {
        return holdingFrom(from, () -> snapshot().names(kind, from));
    }

    /** Grows with every change of the catalogue, wherever it was made. */
    public long revision() {
        return snapshot().revision();
    }

    /** 64 hexadecimal digits that stay the same as long as nothing that is in force within that time changes within it. */
    public String standing(Instant from, Instant to) {
        return holdingFrom(from, () -> snapshot().standing(new Period(from, to)));
    }

    /** Every version of a thing that was, is or will be in force, oldest first. */
    public List<Document> versions(String kind, String name) {
        return store.versions(new Document.Key(kind, name));
    }

    /** The versions of these things that are in force at that instant or after it, oldest first: from memory, or by one query. */
    public <T> Map<String, List<Version<T>>> versions(SpecPart<T> part, Collection<String> names, Instant from) {
        var found = new LinkedHashMap<String, List<Version<T>>>();
        reaching(part.kind(), names, from).forEach(held -> held.part(part)
                .ifPresent(value -> found.computeIfAbsent(held.document().name(), unseen -> new ArrayList<>())
                        .add(new Version<>(held.document().inForce(), value))));
        return found;
    }

    /** When these things begin, change or end between two instants. */
    public NavigableSet<Instant> edges(String kind, Collection<String> names, Instant from, Instant to) {
        return reaching(kind, names, from).stream()
                .map(held -> held.document().inForce())
                .flatMap(inForce -> Stream.of(Optional.of(inForce.from()), Optional.ofNullable(inForce.to())))
                .flatMap(Optional::stream)
                .filter(edge -> edge.isAfter(from) && edge.isBefore(to))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Things of a kind that were there once and are not at that instant, and when they ended; one query. */
    public Map<String, Instant> ended(String kind, Instant at) {
        return store.ended(kind, at);
    }

    /** What was applied at once: how much of it was new, and the first few of it. */
    public record Changes(Instant at, String by, int made, int changed, List<String> some) {}

    /** The newest first, older than an instant where there is one. */
    public List<Changes> changes(@Nullable Instant before, int most) {
        return store.changes(before, most);
    }

    /** A version, and the one before it where there was one. */
    public record Changed(@Nullable Document before, Document after) {}

    /** What was applied at that instant. */
    public List<Changed> recorded(Instant at) {
        var before = new HashMap<Document.Key, Document>();
        var changed = new ArrayList<Changed>();
        for (var version : store.recorded(at)) {
            if (version.recordedAt().equals(at)) {
                changed.add(new Changed(before.get(version.key()), version));
            }
            before.put(version.key(), version);
        }
        return changed;
    }

    /** The fields in which a version differs from another. */
    public static List<FieldChange> difference(@Nullable Document before, Document after) {
        return Difference.of(before, after);
    }

    /** What a part makes of one version. */
    public <T> Optional<T> read(SpecPart<T> part, Document document) {
        return Optional.ofNullable(part.read(Reading.of(document).spec()));
    }

    Snapshot snapshot() {
        var mine = (Snapshot) TransactionSynchronizationManager.getResource(this);
        if (mine != null) return mine;
        var current = store.revision();
        var known = shared;
        return known != null && known.revision() >= current ? known : refreshed(current);
    }

    /** This transaction has changed the catalogue: until it ends it has a snapshot of its own. */
    void changedHere(Snapshot before) {
        var own = before.with(before.revision(), store.since(before.revision()));
        TransactionSynchronizationManager.unbindResourceIfPossible(this);
        if (TransactionSynchronizationManager.getSynchronizations().stream().noneMatch(Ours.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new Ours());
        }
        TransactionSynchronizationManager.bindResource(this, own);
    }

    private List<Held> reaching(String kind, Collection<String> names, Instant from) {
        var snapshot = snapshot();
        return from.isBefore(snapshot.floor())
                ? store.reaching(kind, names, from).stream().map(Held::new).toList()
                : snapshot.reaching(kind, names, from);
    }

    private synchronized Snapshot refreshed(long current) {
        var known = shared;
        if (known != null && known.revision() >= current) return known;
        var next = known == null ? loaded(current) : known.with(current, store.since(known.revision()));
        shared = next;
        return next;
    }

    private Snapshot loaded(long current) {
        var floor = clock.instant().minus(LATELY);
        return Snapshot.empty(floor).with(current, store.reaching(floor));
    }

    private State past(Snapshot snapshot, Instant instant) {
        synchronized (past) {
            return past.computeIfAbsent(new Past(snapshot.revision(), instant), asked -> back(snapshot, instant).at(instant));
        }
    }

    /**
     * The same memory, and what ended before it began: few things did, so that little is read and most is shared. It is
     * kept for the next who look back, as long as memory is plenty.
     */
    private Snapshot back(Snapshot snapshot, Instant from) {
        if (!from.isBefore(snapshot.floor())) return snapshot;
        var known = deep.get();
        if (known != null && known.revision() == snapshot.revision() && !from.isBefore(known.floor())) return known;
        var floor = from.truncatedTo(ChronoUnit.DAYS);
        var deeper = snapshot.back(floor, store.ended(floor, snapshot.floor()));
        if (snapshot == shared) deep = new SoftReference<>(deeper);
        return deeper;
    }

    private record Past(long revision, Instant at) {}

    private final class Ours implements TransactionSynchronization {

        private @Nullable Object suspended;

        @Override
        public void suspend() {
            suspended = TransactionSynchronizationManager.unbindResourceIfPossible(Documents.this);
        }

        @Override
        public void resume() {
            if (suspended != null) {
                TransactionSynchronizationManager.bindResource(Documents.this, suspended);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Documents.this);
        }
    }
}
