package dev.holdfast.incidents;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** How an incident's loss grew, for those who draw it. */
@Service
public class LossCourses {

    private static final int MOST_EDGES = 200;

    private final Assessor assessor;
    private final IncidentPolicies incidentPolicies;
    private final Policies policies;
    private final Documents documents;

    LossCourses(Assessor assessor, IncidentPolicies incidentPolicies, Policies policies, Documents documents) {
        this.assessor = assessor;
        this.incidentPolicies = incidentPolicies;
        this.policies = policies;
        this.documents = documents;
    }

    /** How much was lost until an instant. */
    public record Point(Instant at, Money lost) {}

    /** From the start to the end, or to now: a point wherever the rate may change, two where a stated loss jumps. */
    public List<Point> of(Incident incident, Instant now) {
        var course = assessor.course(incident);
        var resolved = incident.resolvedAt();
        var end = resolved == null ? now : resolved;
        var points = new ArrayList<Point>();
        points.add(new Point(course.startedAt(), Loss.at(course, course.startedAt())));
        var edge = course.nextEdge(course.startedAt());
        while (edge.isPresent() && edge.get().isBefore(end) && points.size() < MOST_EDGES) {
            var at = edge.get();
            points.add(new Point(at, Loss.at(course, at.minusNanos(1_000))));
            points.add(new Point(at, Loss.at(course, at)));
            edge = course.nextEdge(at);
        }
        points.add(new Point(end, Loss.at(course, end)));
        return List.copyOf(points);
    }

    /** From which loss on an incident is major, by the policy in force. */
    public Money majorFrom(Instant now) {
        var view = documents.at(now);
        return incidentPolicies.in(view).thresholds(policies.in(view).currency()).high();
    }
}
