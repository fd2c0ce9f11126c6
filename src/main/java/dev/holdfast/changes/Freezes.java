package dev.holdfast.changes;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.NotFound;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Service;

/** The door of freeze windows: which are in force or near, asked of the catalogue alone (C4). */
@Service
public class Freezes {

    private static final Duration NEAR = Duration.ofDays(30);

    private final FreezeWindowPart part;
    private final Documents documents;
    private final Clock clock;

    Freezes(FreezeWindowPart part, Documents documents, Clock clock) {
        this.part = part;
        this.documents = documents;
        this.clock = clock;
    }

    /** In force now or beginning within 30 days, the soonest first. */
    public List<FreezeWindow> near() {
        var now = clock.instant();
        return documents.at(now).parts(part).values().stream()
                .filter(window -> window.until().isAfter(now) && window.during().from().isBefore(now.plus(NEAR)))
                .sorted(Comparator.comparing((FreezeWindow window) -> window.during().from()).thenComparing(FreezeWindow::name))
                .toList();
    }

    public FreezeWindow find(String name) {
        return documents.at(clock.instant()).part(part, name).orElseThrow(() -> new NotFound("There is no freeze window " + name + "."));
    }
}
