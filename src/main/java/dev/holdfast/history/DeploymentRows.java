package dev.holdfast.history;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.changes.PastReleases;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.PastRecords;
import dev.holdfast.tables.Became;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of past deployments. */
@Component
class DeploymentRows implements PastRows<Deployment> {

    private final PastReleases releases;
    private final PastRecords records;
    private final ChangeRights rights;

    DeploymentRows(PastReleases releases, PastRecords records, ChangeRights rights) {
        this.releases = releases;
        this.records = records;
        this.rights = rights;
    }

    @Override
    public Kind kind() {
        return Kind.DEPLOYMENTS;
    }

    @Override
    public void demand(Viewer viewer) {
        viewer.demand(Scope.DEPLOYMENTS);
    }

    @Override
    public boolean may(Viewer viewer, ServiceName service) {
        return rights.mayRaise(viewer, service);
    }

    @Override
    public @Nullable Deployment read(Cells cells, ServiceName service, Reading.Told told) {
        var version = cells.required("version");
        var environment = Words.environment(cells.required("environment"));
        var status = cells.requiredChoice("status", Words.STATUS);
        var said = cells.choice("kind", Words.KIND);
        var startedAt = cells.requiredInstant("startedAt", told.latest());
        var finishedAt = cells.instant("finishedAt", told.latest());
        if (startedAt != null && finishedAt != null && finishedAt.isBefore(startedAt)) {
            cells.refuse("finishedAt", "OUT_OF_RANGE", "It ended before it began.");
        }
        var id = cells.text("id");
        var builtAt = cells.instant("builtAt", told.latest());
        var remediates = cells.text("remediates");
        var deployer = cells.text("deployer");
        var commit = cells.text("commit");
        var digest = cells.text("artifactDigest");
        var change = cells.text("change");
        if (status == null || startedAt == null) return null;
        return new Deployment(
                id == null ? Deployment.idOf(service, version, environment, startedAt) : id, service, version, environment, status,
                said == null ? Deployment.Kind.PLANNED : said, remediates, startedAt, finishedAt, deployer, commit, digest, builtAt, change);
    }

    @Override
    public Recorded record(List<Deployment> rows, String by) {
        var outcome = releases.record(rows, by);
        var touched = outcome.touched().stream().filter(Deployment::isInProduction).map(Deployment::service).collect(Collectors.toSet());
        return new Recorded(outcome.rows(), touched);
    }

    @Override
    public List<Became> tried(List<Deployment> rows) {
        return records.tryDeployments(rows);
    }

    @Override
    public String identity(Deployment row) {
        return row.service() + "\n" + row.id();
    }

    @Override
    public String contradicted() {
        return "id";
    }
}
