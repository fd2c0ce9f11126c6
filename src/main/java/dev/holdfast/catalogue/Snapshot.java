package dev.holdfast.catalogue;

import dev.holdfast.keys.Sha256;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Collectors;

/** Every version that is in force at or after {@code floor}, as one revision of the catalogue has them. */
final class Snapshot {

    private static final int REMEMBERED = 16;

    private final long revision;
    private final Instant floor;
    private final Map<Document.Key, TreeMap<Integer, Held>> versions;
    private final NavigableSet<Instant> edges = new TreeSet<>();
    private final Map<String, List<Held>> kinds;
    private final Map<Period, String> standings = new ConcurrentHashMap<>();
    private final ConcurrentLinkedDeque<State> states = new ConcurrentLinkedDeque<>();

    private Snapshot(long revision, Instant floor, Map<Document.Key, TreeMap<Integer, Held>> versions) {
        this.revision = revision;
        this.floor = floor;
        this.versions = versions;
        this.kinds = versions.values().stream()
                .flatMap(each -> each.values().stream())
                .sorted(Comparator.comparing(held -> held.document().name()))
                .collect(Collectors.groupingBy(held -> held.document().kind()));
        all().forEach(held -> {
            var inForce = held.document().inForce();
            edges.add(inForce.from());
            Optional.ofNullable(inForce.to()).ifPresent(edges::add);
        });
    }

    static Snapshot empty(Instant floor) {
        return new Snapshot(-1, floor, Map.of());
    }

    /** With versions that are new or were cut; the revision is that of the newest. */
    Snapshot with(long atLeast, List<Document> changed) {
        var newest = changed.stream().mapToLong(Document::revision).max().orElse(revision);
        return new Snapshot(Math.max(newest, Math.max(atLeast, revision)), floor, merged(changed));
    }

    /** From an earlier instant on, with the versions that ended between it and the present floor. */
    Snapshot back(Instant from, List<Document> ended) {
        return new Snapshot(revision, from, merged(ended));
    }

    private Map<Document.Key, TreeMap<Integer, Held>> merged(List<Document> more) {
        var merged = new HashMap<>(versions);
        more.forEach(document -> merged.compute(document.key(), (key, before) -> {
            var after = before == null ? new TreeMap<Integer, Held>() : new TreeMap<>(before);
            after.compute(document.version(), (number, held) -> held == null ? new Held(document) : held.as(document));
            return after;
        }));
        return merged;
    }

    long revision() {
        return revision;
    }

    Instant floor() {
        return floor;
    }

    /** The newest version of each thing that has not ended: in force, or to come. */
    Optional<Document> latest(Document.Key key) {
        return latestHeld(key).map(Held::document);
    }

    List<Document> allLatest() {
        return versions.keySet().stream().map(this::latest).flatMap(Optional::stream).toList();
    }

    /** What of these things is in force at that instant or after it, oldest first. */
    List<Held> reaching(String kind, Collection<String> names, Instant from) {
        return names.stream()
                .distinct()
                .map(name -> versions.get(new Document.Key(kind, name)))
                .filter(Objects::nonNull)
                .flatMap(all -> all.values().stream())
                .filter(held -> held.document().reaches(from))
                .toList();
    }

    /** The names of a kind that are in force at that instant or after it. */
    List<String> names(String kind, Instant from) {
        return kinds.getOrDefault(kind, List.of()).stream()
                .map(Held::document)
                .filter(document -> document.reaches(from))
                .map(Document::name)
                .distinct()
                .sorted()
                .toList();
    }

    /** A digest of which versions are in force within a time, and how much of it each; worked out once. */
    String standing(Period during) {
        return standings.computeIfAbsent(during, asked -> Sha256.hex(standing(asked.from(), asked.from().plus(asked.length()))));
    }

    /** In an order that is always the same. */
    private String standing(Instant from, Instant to) {
        var text = new StringBuilder();
        new TreeMap<>(kinds).values().stream().flatMap(List::stream).map(Held::document).forEach(document -> {
            var starts = document.inForce().from();
            var ends = document.inForce().to();
            if (!starts.isBefore(to) || !document.reaches(from)) return;
            text.append(document.kind()).append('/').append(document.name()).append(' ').append(document.version())
                    .append(' ').append(moment(starts.isBefore(from) ? from : starts)).append(' ')
                    .append(moment(ends == null || ends.isAfter(to) ? to : ends)).append('\n');
        });
        return text.toString();
    }

    private static String moment(Instant at) {
        return at.getEpochSecond() + "." + at.getNano();
    }

    /** As if everything that waits were in force, and these documents too. */
    State proposed(Collection<Document> documents) {
        var byKey = new HashMap<Document.Key, Held>();
        for (var key : versions.keySet()) {
            latestHeld(key).ifPresent(held -> byKey.put(key, held));
        }
        documents.forEach(document -> byKey.put(document.key(), new Held(document)));
        return new State(new Period(floor, null), byKey.values());
    }

    State at(Instant instant) {
        for (var state : states) {
            if (state.valid().contains(instant)) return state;
        }
        var made = new State(around(instant), all().stream()
                .filter(held -> held.document().inForce().contains(instant))
                .toList());
        states.addFirst(made);
        if (states.size() > REMEMBERED) {
            states.pollLast();
        }
        return made;
    }

    private Optional<Held> latestHeld(Document.Key key) {
        var all = versions.get(key);
        return all == null
                ? Optional.empty()
                : all.values().stream()
                        .filter(held -> held.document().isOpen())
                        .max(Comparator.comparing(held -> held.document().version()));
    }

    private Period around(Instant instant) {
        var from = edges.floor(instant);
        return new Period(from == null ? Instant.MIN : from, edges.higher(instant));
    }

    /** Those of each kind by name. */
    private List<Held> all() {
        return kinds.values().stream().flatMap(List::stream).toList();
    }
}
