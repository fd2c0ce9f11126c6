package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts people above a schedule and takes that back, and tells those whose shifts move. */
@Component
class Overriding {

    private final OverrideStore overrides;
    private final ScheduleOwners owners;
    private final ScheduleBook book;
    private final Documents documents;
    private final MovesTold told;
    private final Ledger ledger;
    private final Clock clock;

    Overriding(
            OverrideStore overrides, ScheduleOwners owners, ScheduleBook book, Documents documents, MovesTold told, Ledger ledger, Clock clock) {
        this.overrides = overrides;
        this.owners = owners;
        this.book = book;
        this.documents = documents;
        this.told = told;
        this.ledger = ledger;
        this.clock = clock;
    }

    MadeOverride make(String name, Schedule schedule, NewOverride asked, Viewer viewer) {
        var now = clock.instant();
        owners.demandMayChange(viewer, schedule);
        refuseWhatCannotBe(asked, now);
        overrides.lock(name);
        var from = asked.from().isAfter(now) ? asked.from() : now;
        var made = new MadeOverride(
                UUID.randomUUID().toString(), name, from, asked.to(), asked.person(), asked.note(), now, viewer.by(), null, null);
        var before = book.timeline(name);
        overrides.add(made);
        ledger.record(viewer.by(), "override-made", "schedule/" + name, null, made);
        tell(before, made, now, viewer);
        return made;
    }

    void end(MadeOverride override, Schedule schedule, Viewer viewer) {
        var now = clock.instant();
        owners.demandMayChange(viewer, schedule);
        overrides.lock(override.schedule());
        var before = book.timeline(override.schedule());
        overrides.end(override.id(), now, viewer.by());
        ledger.record(viewer.by(), "override-ended", "schedule/" + override.schedule(), override, null);
        tell(before, override, now, viewer);
    }

    private void tell(Timeline before, MadeOverride override, Instant now, Viewer viewer) {
        var around = Around.of(override.from(), override.to(), now);
        var after = book.timeline(override.schedule());
        told.moved(override.schedule(), Moves.between(before.shifts(around.from(), around.to()), after.shifts(around.from(), around.to())), viewer.by());
    }

    private void refuseWhatCannotBe(NewOverride asked, Instant now) {
        if (!asked.from().isBefore(asked.to())) {
            throw Unprocessable.of("to", "OUT_OF_RANGE", "An override ends after it begins.");
        }
        if (!asked.to().isAfter(now)) {
            throw Unprocessable.of("to", "OUT_OF_RANGE", "An override that is over would change the past.");
        }
        if (documents.at(now).person(asked.person()).isEmpty()) {
            throw Unprocessable.of("person", "UNKNOWN_REFERENCE", "There is no person " + asked.person() + ".");
        }
    }
}
