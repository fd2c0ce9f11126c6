package dev.holdfast.incidents;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.incidents.Revisions.ImpactRevision;
import dev.holdfast.incidents.Revisions.StatedRevision;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceMoment;
import dev.holdfast.quantities.TimeOrdered;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What incidents of the past would have been, had they been lived here: their type, what they cost and what was protected. */
@Component
class PastReckoning {

    private final Documents documents;
    private final IncidentPolicies policies;
    private final Assessor assessor;
    private final Selection selection;

    PastReckoning(Documents documents, IncidentPolicies policies, Assessor assessor, Selection selection) {
        this.documents = documents;
        this.policies = policies;
        this.assessor = assessor;
        this.selection = selection;
    }

    /** An incident of the past with the id that it is to have here. */
    record Fresh(IncidentId id, Past past) {

        static Fresh of(Past past) {
            return new Fresh(new IncidentId(TimeOrdered.id(past.startedAt())), past);
        }

        ServiceMoment moment() {
            return new ServiceMoment(past.service(), past.startedAt());
        }
    }

    /** The same, and what the rules say of it. */
    record Reckoned(
            IncidentId id, Past past, List<ImpactRevision> impacts, @Nullable StatedRevision stated, LossSize size, Incident.Figures figures) {

        IncidentType type() {
            var said = past.type();
            return said == null ? size.type() : said;
        }

        Incident.TypeBy typeBy() {
            return past.type() == null ? Incident.TypeBy.EXPECTED_LOSS : Incident.TypeBy.PERSON;
        }
    }

    /** By their start, so that each state of the catalogue is passed once; one query for all targets. */
    List<Reckoned> of(Collection<Fresh> fresh, String by) {
        if (fresh.isEmpty()) return List.of();
        var inOrder = fresh.stream().sorted(Comparator.comparing(each -> each.past().startedAt())).toList();
        return documents.holdingFrom(inOrder.getFirst().past().startedAt(), () -> {
            var targets = selection.of(inOrder.stream().map(Fresh::moment).distinct().toList());
            return inOrder.stream()
                    .map(each -> reckoned(each, Objects.requireNonNull(targets.get(each.moment())).tolerableUnavailabilityPerWeek(), by))
                    .toList();
        });
    }

    private Reckoned reckoned(Fresh fresh, Optional<Duration> tolerable, String by) {
        var id = fresh.id();
        var past = fresh.past();
        var policy = policies.in(documents.at(past.startedAt()));
        var impacts = past.impacts().isEmpty()
                ? List.of(impact(id, past, past.startedAt(), policy.of(past.severity()).impact(), by))
                : past.impacts().stream().map(each -> impact(id, past, each.at(), each.impact(), by)).toList();
        var stated = past.stated() == null ? null : new StatedRevision(id, past.stated().at(), past.stated().amount(), by);
        var course = assessor.course(past.startedAt(), impacts, stated == null ? List.of() : List.of(stated));
        var size = Expectation.lived(course, policy.thresholds(course.currency()), past.resolvedAt());
        return new Reckoned(id, past, impacts, stated, size, Costing.figures(course, () -> tolerable, past.resolvedAt()));
    }

    private static ImpactRevision impact(IncidentId id, Past past, Instant at, BigDecimal share, String by) {
        return new ImpactRevision(id, past.service(), at, share, by);
    }
}
