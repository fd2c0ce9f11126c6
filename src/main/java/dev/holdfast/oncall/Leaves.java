package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When people are away, and which of their shifts that meets. */
@Service
public class Leaves {

    static final Instant FOREVER = Instant.parse("9999-12-31T00:00:00Z");

    static final Duration LONGEST = Duration.ofDays(3 * 366);
    private static final int LONGEST_NOTE = 500;
    private static final int MOST = 1000;

    private final LeaveStore store;
    private final LeaveRights rights;
    private final Schedules schedules;
    private final Documents documents;
    private final Ledger ledger;
    private final Clock clock;

    Leaves(LeaveStore store, LeaveRights rights, Schedules schedules, Documents documents, Ledger ledger, Clock clock) {
        this.store = store;
        this.rights = rights;
        this.schedules = schedules;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What of these people's leave reaches into that time, by when it begins; one query. */
    public Map<PersonName, List<Leave>> of(Collection<PersonName> people, Instant from, Instant to) {
        return store.of(people, from, to).stream()
                .collect(Collectors.groupingBy(Leave::person, LinkedHashMap::new, Collectors.toList()));
    }

    /** A person's leave that goes on or is ahead. */
    public List<Leave> ahead(PersonName person) {
        return between(person, clock.instant(), FOREVER);
    }

    public List<Leave> between(PersonName person, Instant from, Instant to) {
        demandKnown(person);
        return store.of(List.of(person), from, to);
    }

    public boolean mayChange(Viewer viewer, PersonName person) {
        return rights.mayChange(viewer, person);
    }

    @Transactional
    public Leave enter(PersonName person, NewLeave asked, Viewer viewer) {
        demandKnown(person);
        rights.demandMayChange(viewer, person);
        var now = clock.instant();
        refuseWhatCannotBe(asked, now);
        if (store.of(List.of(person), now, FOREVER).size() >= MOST) {
            throw new Conflict("STATE", person + " has " + MOST + " entries of leave ahead already.", List.of());
        }
        var leave = new Leave(
                UUID.randomUUID().toString(), person, asked.from(), asked.to(), asked.note(), Leave.Origin.ENTERED, null, now, viewer.by());
        store.add(leave);
        ledger.record(viewer.by(), "leave-entered", "Person/" + person, null, told(leave));
        return leave;
    }

    /** What of it has been stays. */
    @Transactional
    public void withdraw(PersonName person, String id, Viewer viewer) {
        demandKnown(person);
        rights.demandMayChange(viewer, person);
        var leave = store.find(person, id).orElseThrow(() -> new NotFound("%s has no leave %s.".formatted(person, id)));
        var now = clock.instant();
        if (!leave.to().isAfter(now)) {
            throw new Conflict("STATE", "This leave is over: what has been stays.", List.of());
        }
        store.withdraw(List.of(id), now, viewer.by());
        ledger.record(viewer.by(), "leave-withdrawn", "Person/" + person, told(leave), null);
    }

    /** The parts of the person's shifts ahead that fall into this leave of theirs. */
    public List<LeaveClash> clashes(Leave leave) {
        return clashes(List.of(leave)).getOrDefault(leave.id(), List.of());
    }

    /** The same for several of one person, by their ids: as many questions as for one. */
    public Map<String, List<LeaveClash>> clashes(Collection<Leave> leaves) {
        if (leaves.isEmpty()) {
            return Map.of();
        }
        var now = clock.instant();
        var person = leaves.iterator().next().person();
        var names = schedules.naming(person, now).stream().map(OnCallNow::schedule).toList();
        var end = leaves.stream().map(Leave::to).max(Comparator.naturalOrder()).orElse(now);
        if (!end.isAfter(now)) {
            return Map.of();
        }
        var theirs = schedules.shifts(names, now, end).entrySet().stream()
                .flatMap(each -> clashes(each.getKey(), each.getValue(), person))
                .sorted(Comparator.comparing(LeaveClash::from).thenComparing(LeaveClash::schedule))
                .toList();
        return leaves.stream().collect(Collectors.toMap(Leave::id, leave -> theirs.stream().flatMap(shift -> shift.within(leave)).toList()));
    }

    private static Stream<LeaveClash> clashes(String schedule, Shifts shifts, PersonName person) {
        return shifts.items().stream()
                .filter(shift -> shift.person().equals(person))
                .map(shift -> new LeaveClash(schedule, shift.from(), shift.to()));
    }

    private void demandKnown(PersonName person) {
        if (documents.at(clock.instant()).person(person).isEmpty()) {
            throw new NotFound("There is no person " + person + ".");
        }
    }

    private static void refuseWhatCannotBe(NewLeave asked, Instant now) {
        if (!asked.from().isBefore(asked.to())) {
            throw Unprocessable.of("to", "OUT_OF_RANGE", "Leave ends after it begins: to is the first moment, or the first day, that the person is back.");
        }
        if (!asked.to().isAfter(now)) {
            throw Unprocessable.of("to", "OUT_OF_RANGE", "Leave that is over changes nothing any more.");
        }
        if (Duration.between(asked.from(), asked.to()).compareTo(LONGEST) > 0) {
            throw Unprocessable.of("to", "OUT_OF_RANGE", "Leave lasts at most three years; opt out of on call for longer.");
        }
        if (asked.note() != null && asked.note().length() > LONGEST_NOTE) {
            throw Unprocessable.of("note", "OUT_OF_RANGE", "A note has at most " + LONGEST_NOTE + " characters.");
        }
    }

    /** The note is not for everybody who reads the ledger. */
    static Map<String, Object> told(Leave leave) {
        return Map.of("id", leave.id(), "from", leave.from(), "to", leave.to(), "source", leave.origin().source());
    }
}
