package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What each service loses an hour, through all time. */
@org.springframework.stereotype.Service
public class LossRates {

    /** A curve, and the versions of service, organisation and owner that it was made of. */
    private record Known(List<Optional<Long>> revisions, LossCurve curve) {}

    private final Documents documents;
    private final Policies policies;
    private final AssessmentPart assessments;
    private final Clock clock;
    private final Map<ServiceName, Known> known = new ConcurrentHashMap<>();

    LossRates(Documents documents, Policies policies, AssessmentPart assessments, Clock clock) {
        this.documents = documents;
        this.policies = policies;
        this.assessments = assessments;
        this.clock = clock;
    }

    /** In today's currency, by the wall clock of the team that owns it today. */
    public LossCurve of(ServiceName service) {
        var view = documents.at(clock.instant());
        var revisions = revisions(view, service);
        var found = known.get(service);
        if (found != null && found.revisions().equals(revisions)) {
            return found.curve();
        }
        var curve = curve(view, service);
        known.put(service, new Known(revisions, curve));
        return curve;
    }

    private static List<Optional<Long>> revisions(CatalogueView view, ServiceName service) {
        var organisation = view.organisation().flatMap(it -> view.document(PolicyPart.KIND, it.name()));
        var owner = view.ownerOf(service).flatMap(it -> view.document("Team", it.name().value()));
        return Stream.of(view.document(AssessmentPart.KIND, service.value()), organisation, owner)
                .map(document -> document.map(Document::revision))
                .toList();
    }

    private LossCurve curve(CatalogueView view, ServiceName service) {
        var owner = view.service(service).map(Service::owner).orElse(null);
        var zone = view.calendarOf(owner).zone();
        var pieces = documents.versions(AssessmentPart.KIND, service.value()).stream()
                .map(version -> piece(version, zone))
                .toList();
        return new LossCurve(policies.in(view).currency(), pieces);
    }

    private LossCurve.Piece piece(Document version, ZoneId zone) {
        var assessment = documents.read(assessments, version).orElse(Assessment.NONE);
        return new LossCurve.Piece(version.inForce(), assessment, zone);
    }
}
