package dev.holdfast.incidents.web;

import static dev.holdfast.incidents.web.Text.given;
import static dev.holdfast.incidents.web.Text.required;

import dev.holdfast.access.Viewer;
import dev.holdfast.alerts.Severity;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.Declared;
import dev.holdfast.incidents.IncidentId;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Past;
import dev.holdfast.incidents.PastIncidents;
import dev.holdfast.incidents.Responding;
import dev.holdfast.tables.Became;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Declaring an incident that no alert said, and importing past ones. */
@RestController
class DeclareController {

    private final Incidents incidents;
    private final PastIncidents pastIncidents;
    private final Responding responding;
    private final Showing showing;
    private final Clock clock;

    DeclareController(Incidents incidents, PastIncidents pastIncidents, Responding responding, Showing showing, Clock clock) {
        this.incidents = incidents;
        this.pastIncidents = pastIncidents;
        this.responding = responding;
        this.showing = showing;
        this.clock = clock;
    }

    record ImpactAt(@Nullable Instant at, @Nullable BigDecimal impact) {}

    record StatedAt(@Nullable Instant at, @Nullable BigDecimal amount) {}

    record Body(
            @Nullable String service,
            @Nullable String summary,
            @Nullable String severity,
            @Nullable BigDecimal impact,
            @Nullable Boolean page,
            @Nullable Instant startedAt,
            @Nullable Instant resolvedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable List<ImpactAt> impacts,
            @Nullable StatedAt stated,
            @Nullable BigDecimal loss,
            @Nullable String externalId) {

        boolean isPast() {
            return startedAt != null || resolvedAt != null;
        }
    }

    @PostMapping("/api/v1/incidents")
    ResponseEntity<Map<String, @Nullable Object>> declare(Viewer viewer, @RequestBody Body body) {
        var service = responding.service("service", required("service", body.service()));
        responding.demandMayDeclare(viewer, service);
        var actor = responding.actor(viewer, null);
        if (body.isPast()) {
            var taken = pastIncidents.record(past(body), actor);
            return taken.became() == Became.NEW ? created(taken.id()) : ResponseEntity.ok(showing.whole(taken.id().toString()));
        }
        var share = body.impact() == null ? null : share("impact", body.impact());
        var declared = new Declared(
                service, required("summary", body.summary()), severity(body.severity()), share, !Boolean.FALSE.equals(body.page()));
        return created(incidents.declare(declared, actor));
    }

    private ResponseEntity<Map<String, @Nullable Object>> created(IncidentId id) {
        return ResponseEntity.created(URI.create("/api/v1/incidents/" + id)).body(showing.whole(id.toString()));
    }

    private Past past(Body body) {
        var startedAt = given("startedAt", body.startedAt());
        var resolvedAt = given("resolvedAt", body.resolvedAt());
        var faults = new ArrayList<Fault>();
        if (resolvedAt.isBefore(startedAt)) {
            faults.add(Fault.at("resolvedAt", "OUT_OF_RANGE", "It ended before it started."));
        }
        if (resolvedAt.isAfter(clock.instant())) {
            faults.add(Fault.at("resolvedAt", "OUT_OF_RANGE", "A past incident has ended already."));
        }
        if (body.acknowledgedAt() != null && body.acknowledgedAt().isBefore(startedAt)) {
            faults.add(Fault.at("acknowledgedAt", "OUT_OF_RANGE", "It was acknowledged before it started."));
        }
        if (!faults.isEmpty()) {
            throw new Unprocessable(faults);
        }
        return new Past(
                responding.service("service", required("service", body.service())),
                required("summary", body.summary()),
                severity(body.severity()),
                null,
                startedAt,
                resolvedAt,
                body.acknowledgedAt(),
                body.acknowledgedBy(),
                impacts(body, startedAt, resolvedAt),
                stated(body, startedAt, resolvedAt),
                body.externalId());
    }

    private static List<Past.Revision> impacts(Body body, Instant startedAt, Instant resolvedAt) {
        var impacts = new ArrayList<Past.Revision>();
        if (body.impact() != null) {
            impacts.add(new Past.Revision(startedAt, share("impact", body.impact())));
        }
        var said = Objects.requireNonNullElse(body.impacts(), List.<ImpactAt>of());
        for (int i = 0; i < said.size(); i++) {
            var field = "impacts[" + i + "]";
            var at = given(field + ".at", said.get(i).at());
            within(field + ".at", at, startedAt, resolvedAt);
            impacts.add(new Past.Revision(at, share(field + ".impact", given(field + ".impact", said.get(i).impact()))));
        }
        return impacts;
    }

    private static Past.@Nullable StatedLoss stated(Body body, Instant startedAt, Instant resolvedAt) {
        if (body.stated() != null) {
            var at = given("stated.at", body.stated().at());
            within("stated.at", at, startedAt, resolvedAt);
            return new Past.StatedLoss(at, notNegative("stated.amount", given("stated.amount", body.stated().amount())));
        }
        return body.loss() == null ? null : new Past.StatedLoss(resolvedAt, notNegative("loss", body.loss()));
    }

    private static void within(String field, Instant at, Instant startedAt, Instant resolvedAt) {
        if (at.isBefore(startedAt) || at.isAfter(resolvedAt)) {
            throw Unprocessable.of(field, "OUT_OF_RANGE", at + " is not within the incident.");
        }
    }

    private static BigDecimal share(String field, BigDecimal impact) {
        if (impact.signum() < 0 || impact.compareTo(BigDecimal.ONE) > 0) {
            throw Unprocessable.of(field, "OUT_OF_RANGE", "An impact is between 0 and 1.");
        }
        return impact;
    }

    private static BigDecimal notNegative(String field, BigDecimal amount) {
        if (amount.signum() < 0) {
            throw Unprocessable.of(field, "OUT_OF_RANGE", "A loss is not negative.");
        }
        return amount;
    }

    private static Severity severity(@Nullable String word) {
        if (word == null) {
            return Severity.CRITICAL;
        }
        return Arrays.stream(Severity.values())
                .filter(it -> it.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> Unprocessable.of("severity", "UNKNOWN_VALUE", "A severity is critical, error, warning or info."));
    }
}
