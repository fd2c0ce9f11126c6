package dev.holdfast.portal.web.readiness;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.oncall.ShadowTurn;
import dev.holdfast.oncall.Shadows;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who goes along on a schedule in the next eight weeks, a line for each turn. */
@Component
public class ShadowLines {

    private static final Duration AHEAD = Duration.ofDays(56);
    private static final Status NOW = new Status("goes along now", Shape.HALF, Tone.ACCENT);
    private static final Status AHEAD_OF = new Status("will go along", Shape.RING, Tone.QUIET);

    private final Shadows shadows;
    private final Documents documents;

    ShadowLines(Shadows shadows, Documents documents) {
        this.shadows = shadows;
        this.documents = documents;
    }

    public List<Line> of(String schedule, ReaderTime time) {
        return documents.holding(() -> {
            var names = new Names(documents.at(time.now()));
            return shadows.turns(schedule, time.now(), AHEAD).stream().map(turn -> line(turn, names, time)).toList();
        });
    }

    private static Line line(ShadowTurn turn, Names names, ReaderTime time) {
        var now = turn.contains(time.now());
        var when = now ? "until " + time.moment(turn.to()) : time.full(turn.from()) + " to " + time.full(turn.to());
        return Line.of(now ? NOW : AHEAD_OF, names.of(turn.person()) + " beside " + names.of(turn.with()), "/people/" + turn.person(), when);
    }
}
