package dev.holdfast.catalogue.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Things;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotFound;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Each kind under its plural. */
@RestController
@RequestMapping("/api/v1/{plural:people|teams|domains|services|third-parties|schedules|integrations|organisations|holiday-calendars|budget-lines|freeze-windows}")
class ThingController {

    private static final String YAML = "application/yaml";

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("people", "Person"),
            Map.entry("teams", "Team"),
            Map.entry("domains", "Domain"),
            Map.entry("services", "Service"),
            Map.entry("third-parties", "ThirdParty"),
            Map.entry("schedules", "Schedule"),
            Map.entry("integrations", "Integration"),
            Map.entry("organisations", "Organisation"),
            Map.entry("holiday-calendars", "HolidayCalendar"),
            Map.entry("budget-lines", "BudgetLine"),
            Map.entry("freeze-windows", "FreezeWindow"));

    private final Things things;
    private final Catalogue catalogue;
    private final Clock clock;

    ThingController(Things things, Catalogue catalogue, Clock clock) {
        this.things = things;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    Listing<Things.Thing> list(
            @PathVariable String plural,
            @RequestParam @Nullable String at,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit,
            Viewer viewer) {
        viewer.demand(Scope.READ);
        return things.list(kind(plural), AskedTime.instant("at", at, clock.instant()), cursor, Limit.of(limit), viewer);
    }

    @GetMapping("/{name}")
    ResponseEntity<?> one(
            @PathVariable String plural,
            @PathVariable String name,
            @RequestParam @Nullable String at,
            @RequestHeader(name = "Accept", defaultValue = "*/*") String accept,
            Viewer viewer) {
        viewer.demand(Scope.READ);
        var found = accept.contains(YAML)
                ? things.yaml(kind(plural), name, AskedTime.instant("at", at, clock.instant()), viewer).map(Object.class::cast)
                : things.find(kind(plural), name, AskedTime.instant("at", at, clock.instant()), viewer).map(Object.class::cast);
        var type = accept.contains(YAML)
                ? MediaType.parseMediaType(YAML + ";charset=UTF-8")
                : MediaType.APPLICATION_JSON;
        return ResponseEntity.ok()
                .contentType(type)
                .body(found.orElseThrow(() -> new NotFound("There is no " + kind(plural) + " " + name + ".")));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String plural, @PathVariable String name, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        catalogue.end(kind(plural), name, viewer);
    }

    private static String kind(String plural) {
        return Objects.requireNonNull(KINDS.get(plural));
    }
}
