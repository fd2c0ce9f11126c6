package dev.holdfast.calendars.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.calendars.HolidayCalendars;
import dev.holdfast.catalogue.Things;
import dev.holdfast.http.NotFound;
import java.time.Clock;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Decides on what a holiday calendar's address says otherwise than before; answers the calendar as GET then does. */
@RestController
@RequestMapping("/api/v1/holiday-calendars/{name}/proposals/{id}")
class HolidayApi {

    private final HolidayCalendars calendars;
    private final Things things;
    private final Clock clock;

    HolidayApi(HolidayCalendars calendars, Things things, Clock clock) {
        this.calendars = calendars;
        this.things = things;
        this.clock = clock;
    }

    @PostMapping("/confirm")
    Things.Thing confirm(@PathVariable String name, @PathVariable String id, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        calendars.confirm(name, id, viewer);
        return now(name, viewer);
    }

    @PostMapping("/dismiss")
    Things.Thing dismiss(@PathVariable String name, @PathVariable String id, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        calendars.dismiss(name, id, viewer);
        return now(name, viewer);
    }

    private Things.Thing now(String name, Viewer viewer) {
        return things.find("HolidayCalendar", name, clock.instant(), viewer)
                .orElseThrow(() -> new NotFound("There is no holiday calendar " + name + "."));
    }
}
