package dev.holdfast.changes.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Evidence;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.AskedTime;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which version is where, now or at any instant, and what lies between two (C8). */
@RestController
@RequestMapping("/api/v1/services/{service}")
class VersionsApi {

    private static final int MOST_BUILDS = 1_000;

    private final Deployments deployments;
    private final Audit audit;
    private final Clock clock;

    VersionsApi(Deployments deployments, Audit audit, Clock clock) {
        this.deployments = deployments;
        this.audit = audit;
        this.clock = clock;
    }

    record VersionView(
            String environment, String version, Instant since, @Nullable String commit, String deployment, @Nullable String change) {

        static VersionView of(Evidence evidence) {
            var deployment = evidence.deployment();
            var head = evidence.commits().stream().map(Commit::sha).findFirst().orElse(null);
            var change = evidence.change();
            return new VersionView(
                    deployment.environment(), deployment.version(), deployment.at(), deployment.commit() == null ? head : deployment.commit(),
                    deployment.id(), change == null ? null : change.reference());
        }
    }

    @GetMapping("/versions")
    Listing<VersionView> versions(@PathVariable String service, @RequestParam @Nullable String at, Viewer viewer) {
        viewer.demand(Scope.READ);
        var instant = AskedTime.instantOrNull("at", at);
        var live = deployments.live(List.of(service), instant == null ? clock.instant() : instant);
        return new Listing<>(audit.of(live).stream().map(VersionView::of).toList(), null);
    }

    /** Those of the builds after the one, up to the other. */
    @GetMapping("/commits")
    Listing<Commit> commits(@PathVariable String service, @RequestParam String from, @RequestParam String to, Viewer viewer) {
        viewer.demand(Scope.READ);
        var name = new ServiceName(service);
        var between = deployments.builds(name, built(name, from), built(name, to), MOST_BUILDS);
        return new Listing<>(between.stream().flatMap(build -> build.commits().stream()).distinct().toList(), null);
    }

    private Instant built(ServiceName service, String version) {
        return deployments.build(service, version)
                .orElseThrow(() -> new NotFound("No build of %s %s is known.".formatted(service, version)))
                .builtAt();
    }
}
