package dev.holdfast.oncall.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.MadeOverride;
import dev.holdfast.oncall.NewOverride;
import dev.holdfast.oncall.OnCall;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shift;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/** Who is on call by a schedule, its shifts and its overrides. */
@RestController
@RequestMapping("/api/v1/schedules/{name}")
class ScheduleApi {

    private static final Duration LONGEST = Duration.ofDays(3660);

    private final Schedules schedules;
    private final Clock clock;

    ScheduleApi(Schedules schedules, Clock clock) {
        this.schedules = schedules;
        this.clock = clock;
    }

    @GetMapping("/on-call")
    OnCallAnswer onCall(@PathVariable String name, @RequestParam @Nullable String at, Viewer viewer) {
        viewer.demand(Scope.READ);
        return OnCallAnswer.of(schedules.onCall(name, AskedTime.instant("at", at, clock.instant())));
    }

    @GetMapping("/shifts")
    ShiftsAnswer shifts(
            @PathVariable String name,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            Viewer viewer) {
        viewer.demand(Scope.READ);
        var start = AskedTime.instant("from", from);
        var end = AskedTime.instant("to", to);
        if (!start.isBefore(end) || Duration.between(start, end).compareTo(LONGEST) > 0) {
            throw Unprocessable.of("to", "OUT_OF_RANGE", "to lies after from, and at most %d days.".formatted(LONGEST.toDays()));
        }
        var shifts = schedules.shifts(name, start, end);
        return new ShiftsAnswer(
                shifts.items().stream().map(ShiftAnswer::of).toList(),
                shifts.gaps().stream().map(gap -> new GapAnswer(gap.from(), gap.to())).toList());
    }

    @GetMapping("/overrides")
    OverridesAnswer overrides(@PathVariable String name, Viewer viewer) {
        viewer.demand(Scope.READ);
        return new OverridesAnswer(schedules.overrides(name).stream().map(OverrideAnswer::of).toList(), null);
    }

    @PostMapping("/overrides")
    ResponseEntity<OverrideAnswer> override(@PathVariable String name, @RequestBody OverrideBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var made = schedules.override(name, body.read(), viewer);
        return ResponseEntity.created(URI.create("/api/v1/schedules/%s/overrides/%s".formatted(name, made.id())))
                .body(OverrideAnswer.of(made));
    }

    @DeleteMapping("/overrides/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOverride(@PathVariable String name, @PathVariable String id, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        schedules.endOverride(name, id, viewer);
    }

    record OverrideBody(@Nullable String from, @Nullable String to, @Nullable String person, @Nullable String note) {

        NewOverride read() {
            var faults = new ArrayList<Fault>();
            demand(faults, "from", from);
            demand(faults, "to", to);
            demand(faults, "person", person);
            if (!faults.isEmpty() || person == null) {
                throw new Unprocessable(faults);
            }
            return new NewOverride(AskedTime.instant("from", from), AskedTime.instant("to", to), new PersonName(person), note);
        }

        private static void demand(List<Fault> faults, String field, @Nullable String value) {
            if (value == null || value.isBlank()) {
                faults.add(Fault.at(field, "REQUIRED", field + " is required."));
            }
        }
    }

    record OverridesAnswer(List<OverrideAnswer> items, @Nullable String next) {}

    record OverrideAnswer(
            String id,
            Instant from,
            Instant to,
            PersonName person,
            @Nullable String note,
            String by,
            Instant at,
            @Nullable Instant endedAt,
            @Nullable String swap) {

        static OverrideAnswer of(MadeOverride made) {
            return new OverrideAnswer(
                    made.id(), made.from(), made.to(), made.person(), made.note(), made.madeBy(), made.madeAt(), made.endedAt(), made.swap());
        }
    }

    record OnCallAnswer(
            @Nullable PersonName person, @Nullable Instant from, @Nullable Instant until, @Nullable Object layer) {

        static OnCallAnswer of(OnCall onCall) {
            return new OnCallAnswer(
                    onCall.person(), onCall.from(), onCall.until(), onCall.isOverride() ? "override" : onCall.layer());
        }
    }

    record ShiftsAnswer(List<ShiftAnswer> items, List<GapAnswer> gaps) {}

    record GapAnswer(Instant from, @Nullable Instant to) {}

    record ShiftAnswer(Instant from, Instant to, PersonName person, @Nullable Object layer, @Nullable Long turn) {

        static ShiftAnswer of(Shift shift) {
            return new ShiftAnswer(
                    shift.from(), shift.to(), shift.person(), shift.isOverride() ? "override" : shift.layer(), shift.turn());
        }
    }
}
