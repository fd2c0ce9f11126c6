package dev.holdfast.history;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Past;
import dev.holdfast.incidents.PastIncidents;
import dev.holdfast.incidents.Responding;
import dev.holdfast.tables.Became;
import dev.holdfast.throughput.Causes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of past incidents, with the deployment that caused each where the list says it. */
@Component
class IncidentRows implements PastRows<IncidentRows.Told> {

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final String NO_DEPLOYMENT = "none";

    private final PastIncidents incidents;
    private final Causes causes;
    private final Responding responding;

    IncidentRows(PastIncidents incidents, Causes causes, Responding responding) {
        this.incidents = incidents;
        this.causes = causes;
        this.responding = responding;
    }

    /** @param causedBy a deployment by its id, change or version, or the word that none did it; null where nothing is said */
    record Told(Past past, @Nullable String causedBy) {}

    @Override
    public Kind kind() {
        return Kind.INCIDENTS;
    }

    @Override
    public void demand(Viewer viewer) {
        viewer.demand(Scope.INCIDENTS);
    }

    @Override
    public boolean may(Viewer viewer, ServiceName service) {
        return responding.mayTellPast(viewer, service);
    }

    @Override
    public @Nullable Told read(Cells cells, ServiceName service, Reading.Told told) {
        var externalId = cells.required("externalId");
        var summary = cells.required("summary");
        var severity = cells.requiredChoice("severity", Words.SEVERITY);
        var type = cells.choice("type", Words.TYPE);
        var startedAt = cells.requiredInstant("startedAt", told.latest());
        var resolvedAt = cells.requiredInstant("resolvedAt", told.latest());
        var acknowledgedAt = cells.instant("acknowledgedAt", told.latest());
        var acknowledgedBy = cells.text("acknowledgedBy");
        if (acknowledgedBy != null && acknowledgedAt == null) {
            cells.refuse("acknowledgedAt", "REQUIRED", "Somebody acknowledged it, and when is not said.");
        }
        var impact = cells.number("impact", BigDecimal.ONE);
        var loss = cells.number("loss", null);
        var causedBy = cells.text("causedBy");
        if (severity == null || startedAt == null || resolvedAt == null) return null;
        inOrder(cells, startedAt, acknowledgedAt, resolvedAt);
        return new Told(
                new Past(
                        service, summary, severity, type, startedAt, resolvedAt, acknowledgedAt, acknowledgedBy,
                        impact == null ? List.of() : List.of(new Past.Revision(startedAt, impact)),
                        loss == null ? null : new Past.StatedLoss(resolvedAt, loss), externalId),
                causedBy);
    }

    private static void inOrder(Cells cells, Instant startedAt, @Nullable Instant acknowledgedAt, Instant resolvedAt) {
        if (resolvedAt.isBefore(startedAt)) cells.refuse("resolvedAt", "OUT_OF_RANGE", "It ended before it began.");
        if (resolvedAt.isAfter(startedAt.plus(LONGEST))) cells.refuse("resolvedAt", "OUT_OF_RANGE", "It lasted for more than a year.");
        if (acknowledgedAt == null) return;
        if (acknowledgedAt.isBefore(startedAt)) cells.refuse("acknowledgedAt", "OUT_OF_RANGE", "It was acknowledged before it began.");
        if (acknowledgedAt.isAfter(resolvedAt)) cells.refuse("acknowledgedAt", "OUT_OF_RANGE", "It was acknowledged after it was over.");
    }

    @Override
    public Recorded record(List<Told> rows, String by) {
        var taken = incidents.record(rows.stream().map(Told::past).toList(), by);
        var caused = new ArrayList<Causes.Told>();
        for (int row = 0; row < rows.size(); row++) {
            var said = rows.get(row).causedBy();
            if (said == null || taken.get(row).became() != Became.NEW) continue;
            caused.add(new Causes.Told(taken.get(row).id(), rows.get(row).past().service(), said.equalsIgnoreCase(NO_DEPLOYMENT) ? null : said));
        }
        causes.say(caused, by);
        return new Recorded(taken.stream().map(PastIncidents.Taken::became).toList(), Set.of());
    }

    @Override
    public List<Became> tried(List<Told> rows) {
        return incidents.tried(rows.stream().map(Told::past).toList());
    }

    @Override
    public String identity(Told row) {
        return Objects.requireNonNull(row.past().externalId());
    }

    @Override
    public String contradicted() {
        return "externalId";
    }
}
