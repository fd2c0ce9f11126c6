package dev.holdfast.history;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.changes.ForeignChange;
import dev.holdfast.changes.ForeignChanges;
import dev.holdfast.tables.Became;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of past changes: for whoever decides about changes, since what was approved stands in them. */
@Component
class ForeignChangeRows implements PastRows<ForeignChange> {

    private static final int LONGEST_DESCRIPTION = 4_000;

    private final ForeignChanges changes;
    private final ChangeRights rights;

    ForeignChangeRows(ForeignChanges changes, ChangeRights rights) {
        this.changes = changes;
        this.rights = rights;
    }

    @Override
    public Kind kind() {
        return Kind.CHANGES;
    }

    @Override
    public void demand(Viewer viewer) {
        rights.demandMayDecide(viewer);
    }

    @Override
    public boolean may(Viewer viewer, ServiceName service) {
        return rights.mayDecide(viewer);
    }

    @Override
    public @Nullable ForeignChange read(Cells cells, ServiceName service, Reading.Told told) {
        var reference = cells.required("reference");
        var version = cells.required("version");
        var environment = Words.environment(cells.required("environment"));
        var outcome = cells.requiredChoice("outcome", Words.OUTCOME);
        var kind = cells.choice("kind", Words.CHANGE_KIND);
        var raisedAt = cells.requiredInstant("raisedAt", told.latest());
        var closedAt = cells.requiredInstant("closedAt", told.latest());
        if (raisedAt != null && closedAt != null && closedAt.isBefore(raisedAt)) cells.refuse("closedAt", "OUT_OF_RANGE", "It was closed before it was raised.");
        var approvedBy = cells.text("approvedBy");
        var approvedAt = cells.instant("approvedAt", told.latest());
        if (approvedBy != null && approvedAt == null) cells.refuse("approvedAt", "REQUIRED", "Somebody approved it, and when is not said.");
        if (approvedBy == null && approvedAt != null) cells.refuse("approvedBy", "REQUIRED", "It was approved, and by whom is not said.");
        var summary = cells.text("summary");
        var description = cells.text("description", LONGEST_DESCRIPTION);
        var incident = cells.text("incident");
        var raisedBy = cells.text("raisedBy");
        if (outcome == null || raisedAt == null || closedAt == null) return null;
        return new ForeignChange(
                reference, service, version, environment, kind == null ? Change.Kind.NORMAL : kind, outcome, summary == null ? reference : summary,
                description, incident, raisedBy, raisedAt, approvedBy, approvedAt, closedAt);
    }

    @Override
    public Recorded record(List<ForeignChange> rows, String by) {
        return new Recorded(changes.record(rows, by), Set.of());
    }

    @Override
    public List<Became> tried(List<ForeignChange> rows) {
        return changes.tried(rows);
    }

    @Override
    public String identity(ForeignChange row) {
        return row.service() + "\n" + row.reference();
    }

    @Override
    public String contradicted() {
        return "reference";
    }
}
