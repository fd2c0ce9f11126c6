package dev.holdfast.handover;

import dev.holdfast.alerts.AlertKey;
import dev.holdfast.incidents.Incident;
import dev.holdfast.paging.SubjectId;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the digest of a shift of what is known of the incidents around it; pure. The incidents are the latest first. */
record Digesting(
        List<Incident> incidents,
        Map<SubjectId, List<Instant>> calls,
        Map<SubjectId, Instant> held,
        Map<SubjectId, AlertKey> keys,
        WorkingCalendar calendar) {

    private static final int NOISIEST = 5;

    static SubjectId subject(Incident incident) {
        return new SubjectId(incident.id().toString());
    }

    /** {@code current} where nobody has taken over from the one who takes over. */
    Digest of(Changeover change, Instant now, boolean current) {
        var end = change.at().isAfter(now) ? now : change.at();
        var open = incidents.stream().filter(incident -> isOpenAt(incident, end)).toList();
        return new Digest(open.stream().map(Digesting::shown).toList(), current ? heldOf(open) : List.of(), noisiest(change.since(), end));
    }

    private static boolean isOpenAt(Incident incident, Instant at) {
        return !incident.openedAt().isAfter(at) && (incident.resolvedAt() == null || incident.resolvedAt().isAfter(at));
    }

    private static Digest.Open shown(Incident incident) {
        return new Digest.Open(
                incident.reference(), incident.service().value(), incident.summary(), incident.state().toString(), incident.isMajor(), incident.startedAt());
    }

    private List<Digest.Held> heldOf(List<Incident> open) {
        var waiting = new ArrayList<Digest.Held>();
        for (var incident : open) {
            var until = held.get(subject(incident));
            if (until != null) waiting.add(new Digest.Held(incident.reference(), incident.service().value(), incident.summary(), until));
        }
        return waiting;
    }

    /** What is said again by the same alert key is one noise, under the words that it had last. */
    private List<Digest.Noisy> noisiest(Instant from, Instant to) {
        record Source(@Nullable AlertKey key, @Nullable SubjectId declared) {}

        var noises = new LinkedHashMap<Source, Digest.Noisy>();
        for (var incident : incidents) {
            var subject = subject(incident);
            var made = calls.getOrDefault(subject, List.of()).stream().filter(at -> !at.isBefore(from) && at.isBefore(to)).toList();
            if (made.isEmpty()) continue;
            var key = keys.get(subject);
            noises.merge(new Source(key, key == null ? subject : null), noisy(incident, key, made), Digesting::together);
        }
        return noises.values().stream().sorted(Comparator.comparing(Digest.Noisy::callouts).reversed()).limit(NOISIEST).toList();
    }

    private Digest.Noisy noisy(Incident incident, @Nullable AlertKey key, List<Instant> made) {
        var outside = (int) made.stream().filter(at -> !calendar.isWorking(at)).count();
        return new Digest.Noisy(
                key == null ? null : key.integration().value(), key == null ? null : key.dedupKey(), incident.service().value(), incident.summary(),
                made.size(), outside);
    }

    private static Digest.Noisy together(Digest.Noisy one, Digest.Noisy other) {
        return new Digest.Noisy(
                one.integration(), one.dedupKey(), one.service(), one.summary(), one.callouts() + other.callouts(), one.outOfHours() + other.outOfHours());
    }
}
