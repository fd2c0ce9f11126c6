package dev.holdfast.history;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.PastRecords;
import dev.holdfast.tables.Became;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of past builds; several of one version are its commits. */
@Component
class BuildRows implements PastRows<Build> {

    private static final int LONGEST_MESSAGE = 20_000;

    private final PastRecords records;
    private final ChangeRights rights;

    BuildRows(PastRecords records, ChangeRights rights) {
        this.records = records;
        this.rights = rights;
    }

    @Override
    public Kind kind() {
        return Kind.BUILDS;
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
    public @Nullable Build read(Cells cells, ServiceName service, Reading.Told told) {
        var version = cells.required("version");
        var builtAt = cells.requiredInstant("builtAt", told.latest());
        var passed = cells.choice("preProductionPassed", Words.YES);
        var sha = cells.text("commit");
        var author = cells.text("author");
        var reviewer = cells.text("reviewer");
        var committedAt = cells.instant("committedAt", told.latest());
        var message = cells.text("message", LONGEST_MESSAGE);
        if (builtAt == null) return null;
        var commits = sha == null ? List.<Commit>of() : List.of(new Commit(sha, author, reviewer, committedAt, message));
        return new Build(service, version, builtAt, commits, passed, Map.of());
    }

    @Override
    public Recorded record(List<Build> rows, String by) {
        return new Recorded(records.recordBuilds(rows).rows(), Set.of());
    }

    @Override
    public List<Became> tried(List<Build> rows) {
        return records.tryBuilds(rows);
    }

    @Override
    public String identity(Build row) {
        return row.service() + "\n" + row.version();
    }

    @Override
    public String contradicted() {
        return "version";
    }
}
