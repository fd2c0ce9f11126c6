package dev.holdfast.handover;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.NotFound;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What one shift leaves to the next: read, written, and taken over. */
@Service
public class Handovers {

    /** So long before somebody takes over it is asked of them, and may be answered. */
    public static final Duration SOON = Duration.ofHours(24);

    private static final Duration BACK = Duration.ofDays(120);
    private static final Duration AHEAD = Duration.ofDays(400);
    private static final Duration ADDED_LATER = Duration.ofHours(24);

    private final Schedules schedules;
    private final Documents documents;
    private final HandoverStore store;
    private final Digests digests;
    private final Ledger ledger;
    private final Clock clock;

    Handovers(Schedules schedules, Documents documents, HandoverStore store, Digests digests, Ledger ledger, Clock clock) {
        this.schedules = schedules;
        this.documents = documents;
        this.store = store;
        this.digests = digests;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The next one, and those before it back to an instant; the latest first. */
    @Transactional(readOnly = true)
    public List<Handover> of(String schedule, Instant from) {
        var now = clock.instant();
        var changes = changes(schedule, from.minus(BACK), now.plus(AHEAD));
        var next = changes.stream().filter(change -> change.at().isAfter(now)).findFirst();
        var wanted = Stream.concat(changes.stream().filter(change -> !change.at().isBefore(from) && !change.at().isAfter(now)), next.stream());
        return filled(schedule, changes, wanted.toList(), now).reversed();
    }

    /** Those of which a person is the one who takes over, now or soon, and has not said so; the first one first. */
    @Transactional(readOnly = true)
    public List<Handover> waitingFor(PersonName person, List<OnCallNow> naming) {
        var now = clock.instant();
        var names = naming.stream().map(OnCallNow::schedule).distinct().toList();
        var around = new LinkedHashMap<String, List<Changeover>>();
        schedules.shifts(names, now.minus(BACK), now.plus(SOON)).forEach((name, shifts) -> around.put(name, Changeovers.of(name, shifts.items())));
        var theirs = around.values().stream().flatMap(changes -> theirs(changes, person, now).stream()).toList();
        if (theirs.isEmpty()) return List.of();
        var acknowledged = store.acknowledged(around.keySet(), now.minus(SOON), now.plus(SOON));
        return theirs.stream()
                .filter(change -> !acknowledged.containsKey(HandoverStore.Acknowledged.of(change)))
                .flatMap(change -> filled(change.schedule(), around.getOrDefault(change.schedule(), List.of()), List.of(change), now).stream())
                .sorted(Comparator.comparing(handover -> handover.change().at()))
                .toList();
    }

    /** The one that they took over by, as long as nobody took over from them and it is not long ago, and those ahead. */
    private static List<Changeover> theirs(List<Changeover> changes, PersonName person, Instant now) {
        var latest = latest(changes, now);
        return changes.stream()
                .filter(change -> change.to().equals(person))
                .filter(change -> change.at().isAfter(now) || change.equals(latest) && change.at().isAfter(now.minus(SOON)))
                .toList();
    }

    /** What is left to the next shift, or, shortly after handing over, added to what was left. */
    @Transactional
    public Note write(String schedule, String text, Viewer viewer) {
        var now = clock.instant();
        var onCall = inForce(schedule, now);
        var latest = latest(changes(schedule, now.minus(BACK), now), now);
        HandoverRights.demandMayWrite(viewer, onCall, latest, documents.at(now));
        var note = new Note(TimeOrdered.id(now).toString(), viewer.by(), now, text, since(viewer, onCall, latest, now));
        store.add(schedule, note);
        ledger.record(viewer.by(), "handover-note", "schedule/" + schedule, null, note);
        return note;
    }

    private static Instant since(Viewer viewer, OnCallNow onCall, @Nullable Changeover latest, Instant now) {
        if (latest == null || latest.from().equals(onCall.person()) || !latest.from().value().equals(viewer.person())) return now;
        return latest.at().isAfter(now.minus(ADDED_LATER)) ? latest.at() : now;
    }

    /** Saying it again changes nothing. */
    @Transactional
    public Handover acknowledge(String schedule, String id, Viewer viewer) {
        var now = clock.instant();
        var at = Changeover.instant(schedule, id).orElseThrow(() -> unknown(id));
        var changes = changes(schedule, at.minus(BACK), at.plusNanos(1_000));
        var change = changes.stream().filter(each -> each.at().equals(at)).findFirst().orElseThrow(() -> unknown(id));
        var person = HandoverRights.demandTakesOver(viewer, change, inForce(schedule, now), documents.at(now));
        if (change.at().isAfter(now.plus(SOON))) throw new Conflict("STATE", "That is more than a day ahead. Notes may still come.");
        if (store.acknowledge(change, person, now)) {
            ledger.record(viewer.by(), "handover-acknowledged", "schedule/" + schedule, null, change);
        }
        return filled(schedule, changes, List.of(change), now).getFirst();
    }

    public boolean mayWrite(String schedule, Viewer viewer) {
        var now = clock.instant();
        return schedules.now(schedule, now)
                .filter(onCall -> HandoverRights.mayWrite(viewer, onCall, latest(changes(schedule, now.minus(BACK), now), now), documents.at(now)))
                .isPresent();
    }

    /** Those of a part of time, ascending. */
    List<Changeover> changes(String schedule, Instant from, Instant to) {
        return Changeovers.of(schedule, schedules.shifts(schedule, from, to).items());
    }

    Optional<Handover> find(String schedule, Instant at, Instant now) {
        var changes = changes(schedule, at.minus(BACK), at.plusNanos(1_000));
        return changes.stream().filter(each -> each.at().equals(at)).findFirst().map(change -> filled(schedule, changes, List.of(change), now).getFirst());
    }

    static @Nullable Changeover latest(List<Changeover> changes, Instant now) {
        return changes.stream().filter(change -> !change.at().isAfter(now)).reduce((one, later) -> later).orElse(null);
    }

    /** {@code changes} are all around the wanted ones: by them a note is found to belong to the first from its instant on. */
    private List<Handover> filled(String schedule, List<Changeover> changes, List<Changeover> wanted, Instant now) {
        if (wanted.isEmpty()) return List.of();
        var from = changes.getFirst().at();
        var last = wanted.getLast().at();
        var notes = store.notes(List.of(schedule), from, last).getOrDefault(schedule, List.of()).stream()
                .collect(Collectors.groupingBy(note -> changes.stream().map(Changeover::at).filter(at -> !at.isBefore(note.since())).findFirst().orElse(Instant.MAX)));
        var acknowledged = store.acknowledged(List.of(schedule), from, last);
        var made = schedules.now(schedule, now).map(onCall -> digests.of(onCall, wanted, now)).orElseGet(Map::of);
        return wanted.stream()
                .map(change -> new Handover(
                        change, notes.getOrDefault(change.at(), List.of()), made.getOrDefault(change, Digest.NOTHING),
                        acknowledged.get(HandoverStore.Acknowledged.of(change))))
                .toList();
    }

    private OnCallNow inForce(String schedule, Instant now) {
        return schedules.now(schedule, now).orElseThrow(() -> new NotFound("There is no schedule " + schedule + "."));
    }

    private static NotFound unknown(String id) {
        return new NotFound("There is no handover " + id + ".");
    }
}
