package dev.holdfast.changes.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.changes.Pipelines;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Commit;
import dev.holdfast.http.Unprocessable;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What pipelines say of builds; one whose tests passed raises its change (C2). */
@RestController
class BuildsApi {

    private static final int MOST_COMMITS = 1_000;

    private final Pipelines pipelines;
    private final ChangeRights rights;
    private final Clock clock;

    BuildsApi(Pipelines pipelines, ChangeRights rights, Clock clock) {
        this.pipelines = pipelines;
        this.rights = rights;
        this.clock = clock;
    }

    record CommitBody(
            @Nullable String sha, @Nullable String author, @Nullable String reviewer, @Nullable Instant at, @Nullable String message) {

        Commit commit() {
            return new Commit(
                    Texts.required("commits.sha", sha), Texts.optional("commits.author", author), Texts.optional("commits.reviewer", reviewer), at,
                    message);
        }
    }

    record BuildBody(
            @Nullable String service, @Nullable String version, @Nullable Instant builtAt, @Nullable List<CommitBody> commits,
            @Nullable Boolean preProductionPassed, @Nullable Map<String, Boolean> facts) {}

    @PostMapping("/api/v1/builds")
    ResponseEntity<Build> report(@RequestBody BuildBody body, Viewer viewer) {
        var service = new ServiceName(Texts.required("service", body.service()));
        rights.demandMayReport(viewer, service);
        var commits = body.commits() == null ? List.<CommitBody>of() : body.commits();
        if (commits.size() > MOST_COMMITS) throw Unprocessable.of("commits", "OUT_OF_RANGE", "A build has at most 1000 commits here.");
        var build = new Build(
                service, Texts.required("version", body.version()), body.builtAt() == null ? clock.instant() : Times.notAhead("builtAt", body.builtAt(), clock),
                commits.stream().map(CommitBody::commit).toList(), body.preProductionPassed(), facts(body.facts()));
        var recorded = pipelines.built(build, viewer.by());
        return ResponseEntity.status(recorded.isNew() ? HttpStatus.CREATED : HttpStatus.OK).body(recorded.after());
    }

    private static Map<String, Boolean> facts(@Nullable Map<String, Boolean> facts) {
        if (facts == null) return Map.of();
        facts.forEach((name, value) -> {
            Texts.atMost("facts", name);
            if (value == null) throw Unprocessable.of("facts." + name, "REQUIRED", "A fact is true or false.");
        });
        return facts;
    }
}
