package dev.holdfast.changes;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Deployments;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts beside changes what a change manager wants to know of them. */
@Component
class Weighing {

    private final ChangeStore store;
    private final Deployments deployments;
    private final Freezes freezes;
    private final Documents documents;
    private final Clock clock;

    Weighing(ChangeStore store, Deployments deployments, Freezes freezes, Documents documents, Clock clock) {
        this.store = store;
        this.deployments = deployments;
        this.freezes = freezes;
        this.documents = documents;
        this.clock = clock;
    }

    /** In two queries, however many there are. */
    List<Weighed> of(List<Change> changes) {
        var view = documents.at(clock.instant());
        var services = changes.stream().map(Change::service).collect(Collectors.toSet());
        var closed = store.closed(services, ChangeTemplates.HISTORY);
        var inFlight = store.inFlight(Conflicts.concerned(services, view)).stream().map(change -> change.at(view.at())).filter(Change::isOpen).toList();
        return changes.stream()
                .map(change -> new Weighed(
                        change,
                        Risk.of(change, Earned.of(closed.getOrDefault(change.service(), List.of()))),
                        change.isOpen() ? Conflicts.of(change, inFlight, view) : List.of()))
                .toList();
    }

    /** In one query more. */
    List<Queued> queued(List<Change> changes) {
        var view = documents.at(clock.instant());
        var built = deployments.builds(changes.stream().map(Change::service).toList(), changes.stream().map(Change::version).toList()).stream()
                .collect(Collectors.toMap(each -> each.service() + "@" + each.version(), Build::builtAt, (one, same) -> one));
        var near = freezes.near();
        return of(changes).stream()
                .map(weighed -> new Queued(
                        weighed, stopping(weighed.change(), near, view), built.get(weighed.change().service() + "@" + weighed.change().version())))
                .toList();
    }

    private static List<FreezeWindow> stopping(Change change, List<FreezeWindow> near, CatalogueView view) {
        if (!change.isOpen() || change.isEmergency()) return List.of();
        return near.stream().filter(window -> window.isAbout(change, view)).toList();
    }
}
