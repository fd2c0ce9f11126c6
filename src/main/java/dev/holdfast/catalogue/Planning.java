package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Reads a file's drafts against what is there, and finds every fault. */
final class Planning {

    private static final Set<String> WITH_EFFECTIVE_FROM =
            Set.of(OrganisationPart.KIND, ServicePart.KIND, "Schedule", TeamPart.KIND);

    private final List<SpecPart<?>> parts;
    private final Snapshot snapshot;
    private final SecretMarks marks;
    private final Instant now;
    private final Map<Document.Key, Reading> readings = new LinkedHashMap<>();

    Planning(List<SpecPart<?>> parts, Snapshot snapshot, SecretMarks marks, Instant now) {
        this.parts = parts;
        this.snapshot = snapshot;
        this.marks = marks;
        this.now = now;
    }

    /** Tells whether a secret is another than the one that was said before, without knowing either. */
    interface SecretMarks {

        boolean differs(Document.Key key, String path, String secret);
    }

    Plan of(List<Draft> drafts, List<Fault> faultsOfEnvelopes, List<Fault> warningsOfEnvelopes) {
        drafts.forEach(draft -> readings.put(draft.key(), read(draft)));
        var proposed = new CatalogueView(snapshot.proposed(drafts.stream().map(this::document).toList()), now);
        var known = new Promises(proposed, readings);
        drafts.forEach(draft -> known.check(draft, reading(draft)));
        drafts.forEach(draft -> checkParts(draft, proposed));
        var changed = new ArrayList<Plan.Step>();
        for (var draft : drafts) {
            var step = step(draft);
            if (step != null) {
                changed.add(step);
            }
        }
        return new Plan(
                changed,
                drafts.size() - changed.size(),
                inOrder(faultsOfEnvelopes, Reading::faults),
                inOrder(warningsOfEnvelopes, Reading::warnings),
                proposed);
    }

    private Reading read(Draft draft) {
        var reading = Reading.of(draft);
        var claimed = new HashSet<String>();
        for (var part : parts) {
            if (part.kind().equals(draft.kind())) {
                part.read(reading.spec());
                claimed.addAll(part.fields());
            }
        }
        if (WITH_EFFECTIVE_FROM.contains(draft.kind())) {
            claimed.add("effectiveFrom");
        }
        for (var field : draft.spec().propertyNames()) {
            if (!claimed.contains(field)) {
                reading.fault("spec." + field, "UNKNOWN_FIELD", field + " is not a field of a " + draft.kind());
            }
        }
        reading.faultUnread();
        return reading;
    }

    private void checkParts(Draft draft, CatalogueView proposed) {
        var reading = reading(draft);
        if (!reading.faults().isEmpty()) return;
        for (var part : parts) {
            if (part.kind().equals(draft.kind())) {
                check(part, draft, proposed, reading);
            }
        }
        reading.faultUnread();
    }

    private static <T> void check(SpecPart<T> part, Draft draft, CatalogueView proposed, Reading reading) {
        proposed.part(part, draft.name()).ifPresent(value -> part.check(value, proposed, reading.spec()));
    }

    private Plan.@Nullable Step step(Draft draft) {
        var before = snapshot.latest(draft.key()).orElse(null);
        var reading = reading(draft);
        var fields = new ArrayList<>(Difference.of(before, draft));
        reading.secrets().forEach((path, secret) -> {
            if (marks.differs(draft.key(), path, secret)) {
                var set = StringNode.valueOf("set");
                fields.add(new FieldChange(path, before == null ? null : set, set));
            }
        });
        if (before != null && fields.isEmpty()) return null;
        return new Plan.Step(draft, reading, before, effectiveFrom(draft, before, reading), fields);
    }

    private Instant effectiveFrom(Draft draft, @Nullable Document before, Reading reading) {
        var declared = WITH_EFFECTIVE_FROM.contains(draft.kind()) ? reading.spec().instant("effectiveFrom") : null;
        if (before == null) return declared == null ? now : declared;
        var latest = before.effectiveFrom();
        var waits = latest.isAfter(now) && before.spec().has("effectiveFrom");
        if (declared == null ? waits : declared.isBefore(latest)) {
            reading.fault(
                    "spec.effectiveFrom",
                    "OUT_OF_RANGE",
                    "A version is in force from " + latest + "; a later one cannot begin before it");
        }
        if (declared != null) return declared;
        return latest.isAfter(now) ? latest : now;
    }

    /** As it would stand, for whoever looks at the whole. */
    private Document document(Draft draft) {
        return new Document(
                draft.kind(),
                draft.name(),
                0,
                snapshot.latest(draft.key()).map(Document::place).orElse(Long.MAX_VALUE),
                draft.title(),
                draft.description(),
                draft.metadata(),
                draft.spec(),
                now,
                new Period(now, null),
                now,
                "",
                0);
    }

    private Reading reading(Draft draft) {
        return Objects.requireNonNull(readings.get(draft.key()));
    }

    private List<Fault> inOrder(List<Fault> ofEnvelopes, Function<Reading, List<Fault>> ofReading) {
        return Stream.concat(ofEnvelopes.stream(), readings.values().stream().flatMap(each -> ofReading.apply(each).stream()))
                .distinct()
                .sorted(Comparator.comparing(fault -> Objects.requireNonNullElse(fault.document(), 0)))
                .toList();
    }
}
