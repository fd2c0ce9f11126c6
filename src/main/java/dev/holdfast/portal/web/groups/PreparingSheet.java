package dev.holdfast.portal.web.groups;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Memberships;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Stint;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.ShadowTurn;
import dev.holdfast.oncall.Shadows;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.readiness.ReadinessSheet;
import dev.holdfast.readiness.Joiner;
import dev.holdfast.readiness.Subject;
import dev.holdfast.readiness.Upskilling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the parts about learning: of a person, and of a team those who came from application support. */
@Component
class PreparingSheet {

    private static final Duration AHEAD = Duration.ofDays(56);
    private static final Status SHADOW = new Status("goes along", Shape.RING, Tone.ACCENT);
    private static final Status DONE = new Status("went along", Shape.CHECK, Tone.SAFE);
    private static final Status WAS = new Status("was in", Shape.BACK, Tone.QUIET);

    private final Documents documents;
    private final ReadinessSheet readiness;
    private final Shadows shadows;
    private final Memberships memberships;
    private final Upskilling upskilling;

    PreparingSheet(Documents documents, ReadinessSheet readiness, Shadows shadows, Memberships memberships, Upskilling upskilling) {
        this.documents = documents;
        this.readiness = readiness;
        this.shadows = shadows;
        this.memberships = memberships;
        this.upskilling = upskilling;
    }

    Preparing of(PersonName person, ReaderTime time) {
        return documents.holding(() -> {
            var names = new Names(documents.at(time.now()));
            return new Preparing(readiness.section(Subject.of(person), time), shadowing(person, names, time), before(person, time));
        });
    }

    /** A line for each of those who came, by when. */
    List<Line> joiners(TeamName team, ReaderTime time) {
        return documents.holding(() -> {
            var names = new Names(documents.at(time.now()));
            return upskilling.of(team).stream().map(joiner -> joiner(joiner, names, time)).toList();
        });
    }

    private static Line joiner(Joiner joiner, Names names, ReaderTime time) {
        var turns = joiner.shadowed().isEmpty() ? "no shadow turn yet" : Figures.count(joiner.shadowed().size(), "shadow turn");
        return Line.of(
                joiner.shadowed().isEmpty() ? SHADOW : DONE, names.of(joiner.person()) + ", from " + joiner.from(), "/people/" + joiner.person(),
                "since " + time.day(joiner.since()) + (joiner.stillThere() ? ", in both" : "") + "; " + turns);
    }

    private List<Line> shadowing(PersonName person, Names names, ReaderTime time) {
        var lines = new ArrayList<Line>();
        for (var turn : shadows.turns(List.of(person), time.now(), AHEAD)) {
            lines.add(Line.of(SHADOW, "Beside " + names.of(turn.with()) + ", " + turn.schedule(), "/on-call?at=" + at(turn, time.now()), when(turn, time)));
        }
        var done = shadows.done(List.of(person)).getOrDefault(person, List.of());
        if (!done.isEmpty()) {
            var last = done.getLast();
            lines.add(Line.of(
                    DONE, Figures.count(done.size(), "shadow turn") + " done", null, "last beside " + names.of(last.with()) + ", to " + time.day(last.to())));
        }
        return lines;
    }

    private static String when(ShadowTurn turn, ReaderTime time) {
        return turn.contains(time.now()) ? "until " + time.moment(turn.to()) : time.full(turn.from()) + " to " + time.full(turn.to());
    }

    private static Instant at(ShadowTurn turn, Instant now) {
        return turn.from().isAfter(now) ? turn.from() : now;
    }

    private List<Line> before(PersonName person, ReaderTime time) {
        return memberships.of(person).stream()
                .filter(stint -> stint.isOver(time.now()))
                .map(stint -> Line.of(WAS, "Was in " + stint.title(), null, from(stint, time) + until(stint, time)))
                .toList();
    }

    /** What was there when Holdfast was first told of it, has no beginning. */
    private static String from(Stint stint, ReaderTime time) {
        return stint.time().from().isBefore(Instant.EPOCH) ? "" : time.day(stint.time().from()) + " ";
    }

    private static String until(Stint stint, ReaderTime time) {
        var to = stint.time().to();
        return to == null ? "" : "until " + time.day(to);
    }
}
