package dev.holdfast.changes.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.changes.Pipelines;
import dev.holdfast.changes.Reports;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What pipelines say of deployments, and what came of them (C5, C8). */
@RestController
@RequestMapping("/api/v1/deployments")
class DeploymentsApi {

    private final Reports reports;
    private final Deployments deployments;
    private final Audit audit;
    private final ChangeRights rights;
    private final Clock clock;

    DeploymentsApi(Reports reports, Deployments deployments, Audit audit, ChangeRights rights, Clock clock) {
        this.reports = reports;
        this.deployments = deployments;
        this.audit = audit;
        this.rights = rights;
        this.clock = clock;
    }

    record DeploymentBody(
            @Nullable String id, @Nullable String service, @Nullable String version, @Nullable String environment, @Nullable String status,
            @Nullable String kind, @Nullable String remediates, @Nullable Instant startedAt, @Nullable Instant finishedAt, @Nullable String deployer,
            @Nullable String commit, @Nullable String artifactDigest, @Nullable String change, @Nullable Instant builtAt) {}

    /** The sender's id is the deployment's: a later status completes it, and the same again changes nothing. */
    @PostMapping
    ResponseEntity<DeploymentView> report(@RequestBody DeploymentBody body, Viewer viewer) {
        var service = new ServiceName(Texts.required("service", body.service()));
        rights.demandMayReport(viewer, service);
        var answer = reports.take(new Pipelines.Report(deployment(service, body), viewer.by()));
        var view = DeploymentView.of(answer.evidence());
        return answer.isNew() ? ResponseEntity.created(URI.create("/api/v1/deployments/" + view.id())).body(view) : ResponseEntity.ok(view);
    }

    @GetMapping
    @Nullable Listing<DeploymentView> list(
            @RequestParam @Nullable String service, @RequestParam @Nullable String environment, @RequestParam @Nullable String from,
            @RequestParam @Nullable String to, @RequestParam @Nullable String format, @RequestParam @Nullable String cursor,
            @RequestParam @Nullable Integer limit, Viewer viewer, HttpServletResponse response) {
        var filter = new DeploymentFilter(service == null ? null : Set.of(service), environment, AskedTime.instantOrNull("from", from), AskedTime.instantOrNull("to", to));
        if ("csv".equals(format)) {
            CsvPages.write(response, "deployments", DeploymentView.HEAD, rows -> audit.each(filter, viewer, page -> page.stream()
                    .map(DeploymentView::of).map(DeploymentView::cells).forEach(rows)));
            return null;
        }
        var found = audit.list(filter, cursor, Limit.of(limit), viewer);
        return found.map(DeploymentView::of);
    }

    @GetMapping("/{id}")
    DeploymentView one(@PathVariable String id, Viewer viewer) {
        viewer.demand(Scope.READ);
        var found = deployments.find(id).orElseThrow(() -> new NotFound("There is no deployment " + id + "."));
        return DeploymentView.of(audit.of(List.of(found)).getFirst());
    }

    private Deployment deployment(ServiceName service, DeploymentBody body) {
        var version = Texts.required("version", body.version());
        var environment = Texts.required("environment", body.environment());
        var status = choice("status", Texts.required("status", body.status()), Deployment.Status.values(), Deployment.Status::word);
        var kind = body.kind() == null ? Deployment.Kind.PLANNED : choice("kind", body.kind(), Deployment.Kind.values(), Deployment.Kind::word);
        var startedAt = startedAt(body);
        var finishedAt = body.finishedAt() == null ? null : Times.notAhead("finishedAt", body.finishedAt(), clock);
        if (finishedAt != null && finishedAt.isBefore(startedAt)) {
            throw Unprocessable.of("finishedAt", "OUT_OF_RANGE", "A deployment does not end before it begins.");
        }
        var said = Texts.optional("id", body.id());
        var id = said == null ? Deployment.idOf(service, version, environment, startedAt) : said;
        return new Deployment(
                id, service, version, environment, status, kind, Texts.optional("remediates", body.remediates()), startedAt, finishedAt,
                Texts.optional("deployer", body.deployer()), Texts.optional("commit", body.commit()),
                Texts.optional("artifactDigest", body.artifactDigest()), body.builtAt(), Texts.optional("change", body.change()));
    }

    private Instant startedAt(DeploymentBody body) {
        if (body.startedAt() != null) return Times.notAhead("startedAt", body.startedAt(), clock);
        if (body.id() == null) throw Unprocessable.of("startedAt", "REQUIRED", "Without an id startedAt is required.");
        return Times.notAhead("finishedAt", body.finishedAt() == null ? clock.instant() : body.finishedAt(), clock);
    }

    private static <E> E choice(String field, String word, E[] choices, Function<E, String> spelling) {
        return Arrays.stream(choices)
                .filter(each -> spelling.apply(each).equals(word))
                .findFirst()
                .orElseThrow(() -> Unprocessable.of(field, "UNKNOWN_VALUE", "%s is one of %s, not %s.".formatted(
                        field, String.join(", ", Arrays.stream(choices).map(spelling).toList()), word)));
    }
}
