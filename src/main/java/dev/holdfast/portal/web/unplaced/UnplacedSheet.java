package dev.holdfast.portal.web.unplaced;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Csv;
import dev.holdfast.integrations.UnplacedEvents;
import dev.holdfast.integrations.UnplacedSource;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.ReaderTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what waits to be placed, for its page and as a file. */
@Component
class UnplacedSheet {

    private static final int SHOWN = 50;
    private static final int MOST = 5_000;

    private final UnplacedEvents unplaced;
    private final Documents documents;

    UnplacedSheet(UnplacedEvents unplaced, Documents documents) {
        this.unplaced = unplaced;
        this.documents = documents;
    }

    UnplacedPage page(Viewer viewer, @Nullable String done, ReaderTime time) {
        return documents.holding(() -> {
            var sources = unplaced.sources(SHOWN + 1);
            var parts = sources.stream().limit(SHOWN).map(source -> part(source, viewer, time)).toList();
            var services = documents.at(time.now()).services().stream().map(service -> service.name().value()).sorted().toList();
            return new UnplacedPage(lede(sources.size()), done, parts, services, FormFaults.NONE);
        });
    }

    Csv csv(ReaderTime time) {
        var csv = new Csv("integration", "source", "events", "waiting since", "latest", "event", "environment", "why", "suggestion");
        for (var source : documents.holding(() -> unplaced.sources(MOST))) {
            var latest = source.latest();
            csv.row(List.of(
                    latest.integration(), latest.source(), source.events(), source.since(), latest.receivedAt(), latest.event(),
                    latest.environment() == null ? "" : latest.environment(), latest.why(), latest.suggestion() == null ? "" : latest.suggestion()));
        }
        return csv;
    }

    private static String lede(int sources) {
        if (sources == 0) return "Everything that pipelines tell of has its service.";
        var more = sources > SHOWN ? "More than " + SHOWN + " things are" : sources == 1 ? "One thing is" : sources + " things are";
        return more + " told of that no service is known for. Say once where they belong: what waits is placed, and so is what comes later.";
    }

    private UnplacedPage.Part part(UnplacedSource source, Viewer viewer, ReaderTime time) {
        var latest = source.latest();
        var said = latest.environment();
        var suggestion = latest.suggestion();
        return new UnplacedPage.Part(
                latest.id().toString(), latest.source(), source.events() == 1 ? "1 event" : source.events() + " events",
                "By %s, %s; since %s.".formatted(latest.integration(), latest.event(), time.moment(source.since())), latest.why(),
                suggestion == null ? "" : suggestion.value(), latest.isOfAnEnvironment() ? "" : null,
                said == null ? "it does not say which: needed" : "it says " + said + "; say what we call it, where that is something else",
                unplaced.mayPlace(viewer, suggestion));
    }
}
