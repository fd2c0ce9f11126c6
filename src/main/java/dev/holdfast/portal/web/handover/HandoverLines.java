package dev.holdfast.portal.web.handover;

import dev.holdfast.handover.Digest;
import dev.holdfast.handover.Handover;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.ArrayList;
import java.util.List;

/** A handover in words; pure. */
public final class HandoverLines {

    private static final Status OPEN = new Status("open", Shape.DIAMOND, Tone.LOSS);
    private static final Status HELD = new Status("held", Shape.HALF, Tone.CAUTION);
    private static final Status NOISY = new Status("noisy", Shape.TRIANGLE, Tone.CAUTION);

    private HandoverLines() {}

    /** The latest note, and how many of what. */
    public static String summary(Handover handover, Names names) {
        var words = new ArrayList<String>();
        if (!handover.notes().isEmpty()) {
            var note = handover.notes().getLast();
            words.add(names.of(note.by()) + ": “" + cut(note.text()) + "”");
        }
        var digest = handover.digest();
        if (!digest.openIncidents().isEmpty()) words.add(Figures.count(digest.openIncidents().size(), "incident") + " open.");
        if (!digest.suppressed().isEmpty()) words.add(Figures.count(digest.suppressed().size(), "callout") + " held.");
        if (!digest.noisiest().isEmpty()) words.add("Noisiest: " + digest.noisiest().getFirst().summary() + ".");
        return words.isEmpty() ? "No notes. Nothing is open or held, and nobody was called." : String.join(" ", words);
    }

    static List<Line> digest(Digest digest, ReaderTime time) {
        var lines = new ArrayList<Line>();
        digest.openIncidents().forEach(open -> lines.add(Line.of(
                OPEN, open.incident() + " " + open.summary(), "/incidents/" + open.incident(),
                (open.major() ? "major, " : "") + open.service() + ", since " + time.moment(open.since()))));
        digest.suppressed().forEach(held -> lines.add(Line.of(
                HELD, held.incident() + " waits until " + time.moment(held.until()), "/incidents/" + held.incident(), held.service())));
        digest.noisiest().forEach(noisy -> lines.add(Line.of(NOISY, noisy.summary(), null, words(noisy))));
        return lines;
    }

    private static String words(Digest.Noisy noisy) {
        var outside = noisy.outOfHours() == 0 ? "" : ", " + noisy.outOfHours() + " out of hours";
        return noisy.service() + ", " + Figures.count(noisy.callouts(), "callout") + outside;
    }

    private static String cut(String text) {
        return text.length() <= 140 ? text : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, 139))).strip() + "…";
    }
}
