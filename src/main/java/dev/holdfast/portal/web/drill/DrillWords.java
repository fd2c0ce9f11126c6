package dev.holdfast.portal.web.drill;

import dev.holdfast.drill.Moment;
import dev.holdfast.drill.Run;
import dev.holdfast.drill.Verdict;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.ArrayList;

/** A drill in words. */
final class DrillWords {

    private DrillWords() {}

    static String heading(Run run, Moment moment) {
        var reaching = run.reaching(moment);
        if (run.routes() == 0) return "No alert can come in yet";
        return reaching == run.routes()
                ? (run.routes() == 1 ? "The one route reaches" : "All " + run.routes() + " routes reach") + " somebody " + moment.words()
                : "%,d of %s somebody %s".formatted(
                        reaching, run.routes() == 1 ? "1 route reaches" : "%,d routes reach".formatted(run.routes()), moment.words());
    }

    /** The others are said after who is on call: "38 reach who is on call, 2 the fallback, 1 waits until work begins". */
    static String lede(Run run, Moment moment) {
        var parts = new ArrayList<String>();
        add(parts, run.of(moment, Verdict.REACHED), "%s who is on call", "reaches", "reach");
        add(parts, run.of(moment, Verdict.FALLBACK), "%s only the fallback", "reaches", "reach");
        add(parts, run.of(moment, Verdict.WAITS), "%s until work begins", "waits", "wait");
        add(parts, run.of(moment, Verdict.DRY_RUN), "%s in dry run and calls nobody", "is", "are");
        add(parts, run.of(moment, Verdict.NOBODY), "%s nobody", "reaches", "reach");
        var broken = run.broken(moment);
        var links = broken == 0 ? "No link is broken." : Figures.count(broken, "chain") + (broken == 1 ? " has" : " have") + " a broken link.";
        return parts.isEmpty() ? "" : String.join(", ", parts) + ". " + links;
    }

    static Status status(Verdict verdict, boolean broken) {
        return switch (verdict) {
            case NOBODY -> new Status("reaches nobody", Shape.DIAMOND, Tone.LOSS);
            case DRY_RUN -> new Status("dry run", Shape.RING, Tone.CAUTION);
            case FALLBACK -> new Status("fallback", Shape.TRIANGLE, Tone.CAUTION);
            case WAITS -> new Status("waits", broken ? Shape.TRIANGLE : Shape.RING, broken ? Tone.CAUTION : Tone.QUIET);
            case REACHED -> new Status("reached", broken ? Shape.TRIANGLE : Shape.CHECK, broken ? Tone.CAUTION : Tone.SAFE);
        };
    }

    static String moment(Moment moment) {
        return switch (moment) {
            case NOW -> "Now";
            case TONIGHT -> "Tonight";
            case SUNDAY -> "Sunday 03:00";
        };
    }

    private static void add(java.util.List<String> parts, int count, String words, String one, String many) {
        if (count > 0) parts.add("%,d ".formatted(count) + words.formatted(count == 1 ? one : many));
    }
}
