package dev.holdfast.portal.web;

import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.State;
import java.time.Instant;

/** What comes next for an open incident if nobody does anything: who is called, or what it becomes. */
final class IncidentNext {

    private IncidentNext() {}

    static String of(Picture picture, ReaderTime time) {
        if (!picture.incident().isOpen()) return "";
        return picture.incident().state() == State.TRIGGERED ? calling(picture, time) : going(picture, time);
    }

    private static String calling(Picture picture, ReaderTime time) {
        var paging = picture.paging();
        return switch (paging.state()) {
            case CALLING -> paging.nextStepAt() == null ? "somebody is being called" : "the next is called at " + time.moment(paging.nextStepAt());
            case SUPPRESSED -> paging.suppressedUntil() == null ? "nobody is called at this hour" : "held until " + time.moment(paging.suppressedUntil());
            case UNANSWERED -> "everybody was called, nobody answered";
            case STOPPED, NONE -> "nobody is being called";
        };
    }

    private static String going(Picture picture, ReaderTime time) {
        var major = picture.cost().becomesMajorAt();
        if (major != null && major.isAfter(time.now())) return "major " + time.moment(major) + " if it goes on";
        var tolerance = picture.tolerance();
        if (tolerance != null && tolerance.left().isZero()) return "the week’s tolerance is gone";
        Instant gone = tolerance == null ? null : tolerance.exhaustedAt();
        if (gone != null) return "tolerance gone " + time.moment(gone);
        var by = picture.incident().restoreBy();
        return by == null ? "" : "restore by " + time.moment(by);
    }
}
