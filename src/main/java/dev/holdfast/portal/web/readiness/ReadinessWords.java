package dev.holdfast.portal.web.readiness;

import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.readiness.Evidence;
import dev.holdfast.readiness.Prepared;
import dev.holdfast.readiness.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How a preparation stands, in words and shapes. */
final class ReadinessWords {

    private ReadinessWords() {}

    static Status status(Prepared.State state) {
        return switch (state) {
            case PRESENT -> new Status("present", Shape.CHECK, Tone.SAFE);
            case MISSING -> new Status("missing", Shape.TRIANGLE, Tone.CAUTION);
            case DUE -> new Status("due again", Shape.BACK, Tone.CAUTION);
        };
    }

    static String count(List<Prepared> prepared) {
        if (prepared.isEmpty()) return "nothing is asked";
        var words = new ArrayList<String>();
        words.add(Prepared.count(prepared, Prepared.State.PRESENT) + " of " + prepared.size());
        var due = Prepared.count(prepared, Prepared.State.DUE);
        if (due > 0) words.add(due + " due again");
        return String.join(", ", words);
    }

    static ReadinessSection section(Subject subject, List<Prepared> prepared, Names names, ReaderTime time) {
        return new ReadinessSection(count(prepared), subject.page(), prepared.stream().map(it -> row(it, names, time)).toList());
    }

    private static ReadinessSection.Row row(Prepared it, Names names, ReaderTime time) {
        var evidence = it.evidence();
        return new ReadinessSection.Row(
                status(it.state()), it.preparation().word(), it.preparation().title(), evidence == null ? "" : evidence.text(),
                evidence == null ? null : evidence.url(), evidence == null ? "" : second(evidence, names, time), time.spoken(it.add().text()),
                it.add().path(), it.state() != Prepared.State.PRESENT);
    }

    static String second(Evidence evidence, Names names, ReaderTime time) {
        var seen = evidence.isSeen() ? "seen by Holdfast" : names.of(evidence.by());
        var at = evidence.at();
        var age = at == null ? "age unknown" : at.equals(time.now()) || evidence.isSeen() && at.isAfter(time.now().minusSeconds(60)) ? "now" : ago(at, time);
        var valid = evidence.validFor() == null ? "" : ", for " + length(evidence.validFor());
        return seen + ", " + age + valid;
    }

    private static String ago(Instant at, ReaderTime time) {
        var days = Duration.between(at, time.now()).toDays();
        return days < 1 ? time.moment(at) : days == 1 ? "a day ago" : days < 60 ? days + " days ago" : time.day(at);
    }

    private static String length(Duration duration) {
        var days = duration.toDays();
        if (days == 7) return "a week";
        return days == 1 ? "a day" : days < 1 ? duration.toHours() + " hours" : days + " days";
    }
}
