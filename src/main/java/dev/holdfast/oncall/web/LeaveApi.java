package dev.holdfast.oncall.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.NotFound;
import dev.holdfast.oncall.Leave;
import dev.holdfast.oncall.LeaveCalendars;
import dev.holdfast.oncall.LeaveClash;
import dev.holdfast.oncall.Leaves;
import dev.holdfast.oncall.NewLeave;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** When a person is away. A date is the start of that day where the person is; {@code to} is the first day back. */
@RestController
@RequestMapping("/api/v1/people/{name}/leave")
class LeaveApi {

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final Leaves leaves;
    private final LeaveCalendars calendars;
    private final Documents documents;
    private final Clock clock;

    LeaveApi(Leaves leaves, LeaveCalendars calendars, Documents documents, Clock clock) {
        this.leaves = leaves;
        this.calendars = calendars;
        this.documents = documents;
        this.clock = clock;
    }

    /** What goes on or is ahead, or what reaches into a time. */
    @GetMapping
    LeaveListing list(
            @PathVariable String name, @RequestParam @Nullable String from, @RequestParam @Nullable String to, Viewer viewer) {
        viewer.demand(Scope.READ);
        var person = person(name);
        var start = from == null ? clock.instant() : AskedTime.dayOrInstant("from", from, person.zone());
        var end = to == null ? LAST : AskedTime.dayOrInstant("to", to, person.zone());
        var mayRead = leaves.mayChange(viewer, person.name());
        return new LeaveListing(
                leaves.between(person.name(), start, end).stream().map(leave -> LeaveAnswer.of(leave, mayRead)).toList(), null);
    }

    @PostMapping
    ResponseEntity<EnteredAnswer> enter(@PathVariable String name, @RequestBody LeaveBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var person = person(name);
        var leave = leaves.enter(person.name(), body.read(person.zone()), viewer);
        return ResponseEntity.created(URI.create("/api/v1/people/%s/leave/%s".formatted(name, leave.id())))
                .body(EnteredAnswer.of(leave, leaves.clashes(leave)));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable String name, @PathVariable String id, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        leaves.withdraw(person(name).name(), id, viewer);
    }

    /** A file in the form of iCalendar; the same again changes nothing. The body is read whatever it says of itself. */
    @PostMapping("/import")
    BroughtAnswer bring(@PathVariable String name, HttpServletRequest request, Viewer viewer) throws IOException {
        viewer.demand(Scope.CATALOGUE);
        var brought = calendars.bring(person(name).name(), request.getInputStream().readAllBytes(), viewer);
        return new BroughtAnswer(
                brought.added().stream().map(leave -> EnteredAnswer.of(leave, leaves.clashes(leave))).toList(),
                brought.unchanged(), brought.withdrawn(), brought.passedOver());
    }

    private Person person(String name) {
        if (name.isBlank()) throw new NotFound("There is no such person.");
        return documents.at(clock.instant())
                .person(new PersonName(name))
                .orElseThrow(() -> new NotFound("There is no person " + name + "."));
    }

    record LeaveBody(@Nullable String from, @Nullable String to, @Nullable String note) {

        NewLeave read(ZoneId zone) {
            return new NewLeave(
                    AskedTime.dayOrInstant("from", from, zone), AskedTime.dayOrInstant("to", to, zone), note == null || note.isBlank() ? null : note);
        }
    }

    /** {@code items} are new; events that made no sense were passed over. */
    record BroughtAnswer(List<EnteredAnswer> items, int unchanged, int withdrawn, int passedOver) {}

    record LeaveListing(List<LeaveAnswer> items, @Nullable String next) {}

    /** The note is answered to those alone who may change the leave. */
    record LeaveAnswer(String id, Instant from, Instant to, String source, @Nullable String note) {

        static LeaveAnswer of(Leave leave, boolean mayRead) {
            return new LeaveAnswer(leave.id(), leave.from(), leave.to(), leave.origin().source(), mayRead ? leave.note() : null);
        }
    }

    /** With the shifts of theirs that fall into it. */
    record EnteredAnswer(String id, Instant from, Instant to, String source, @Nullable String note, List<LeaveClash> clashes) {

        static EnteredAnswer of(Leave leave, List<LeaveClash> clashes) {
            return new EnteredAnswer(leave.id(), leave.from(), leave.to(), leave.origin().source(), leave.note(), clashes);
        }
    }
}
