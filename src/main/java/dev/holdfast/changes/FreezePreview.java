package dev.holdfast.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Which deployments of the last 90 days a freeze would have stopped, had it been there. */
@Service
public class FreezePreview {

    private static final Duration BACK = Duration.ofDays(90);

    private final Audit audit;
    private final Documents documents;
    private final Clock clock;

    FreezePreview(Audit audit, Documents documents, Clock clock) {
        this.audit = audit;
        this.documents = documents;
        this.clock = clock;
    }

    public List<Evidence> stopped(FreezeWindow window, Viewer viewer) {
        var view = documents.at(clock.instant());
        var since = clock.instant().minus(BACK);
        var from = window.during().from().isAfter(since) ? window.during().from() : since;
        var stopped = new ArrayList<Evidence>();
        audit.each(new DeploymentFilter(null, null, from, window.until()), viewer, page -> page.stream()
                .filter(each -> !isExempt(each))
                .filter(each -> view.service(each.deployment().service())
                        .filter(service -> window.stops(service, each.deployment().environment(), each.deployment().startedAt()))
                        .isPresent())
                .forEach(stopped::add));
        return stopped;
    }

    private static boolean isExempt(Evidence each) {
        return each.deployment().kind() == Deployment.Kind.ROLLBACK || each.change() != null && each.change().isEmergency();
    }
}
