package dev.holdfast.portal.web.handover;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.handover.Handover;
import dev.holdfast.handover.Handovers;
import dev.holdfast.handover.Note;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Writes the handovers of a schedule down for their page. */
@Component
class HandoverSheet {

    private static final Duration BACK = Duration.ofDays(60);
    private static final int SHOWN = 20;
    private static final Status TAKEN = new Status("acknowledged", Shape.CHECK, Tone.SAFE);
    private static final Status NOT_YET = new Status("not acknowledged", Shape.RING, Tone.QUIET);
    private static final Status AHEAD = new Status("ahead", Shape.HALF, Tone.ACCENT);

    private final Handovers handovers;
    private final Schedules schedules;
    private final Documents documents;

    HandoverSheet(Handovers handovers, Schedules schedules, Documents documents) {
        this.handovers = handovers;
        this.schedules = schedules;
        this.documents = documents;
    }

    HandoverPage page(String schedule, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> drawn(schedule, viewer, time));
    }

    private HandoverPage drawn(String schedule, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var names = new Names(view);
        var all = handovers.of(schedule, time.now().minus(BACK));
        var writing = new Writing(viewer, names, time);
        var onCall = schedules.onCall(schedule, time.now());
        var title = view.document("Schedule", schedule).map(document -> document.title()).orElse(schedule);
        var lede = onCall.person() == null ? "Nobody is on call by it now."
                : names.of(onCall.person()) + " is on call" + (onCall.until() == null ? "." : " until " + time.moment(onCall.until()) + ".");
        return new HandoverPage(
                schedule, title == null ? schedule : title, lede,
                all.stream().filter(it -> it.change().at().isAfter(time.now())).findFirst().map(writing::item).orElse(null),
                all.stream().filter(it -> !it.change().at().isAfter(time.now())).limit(SHOWN).map(writing::item).toList(),
                handovers.mayWrite(schedule, viewer), FormFaults.NONE);
    }

    private record Writing(Viewer viewer, Names names, ReaderTime time) {

        HandoverPage.Item item(Handover handover) {
            var change = handover.change();
            var ahead = change.at().isAfter(time.now());
            var heading = names.of(change.to()) + (ahead ? " takes over from " : " took over from ") + names.of(change.from()) + ", " + time.full(change.at());
            var theirs = change.to().value().equals(viewer.person()) && handover.acknowledgedAt() == null
                    && !change.at().isAfter(time.now().plus(Handovers.SOON));
            return new HandoverPage.Item(
                    heading, status(handover, ahead), said(handover.notes()), HandoverLines.digest(handover.digest(), time),
                    theirs ? "/schedules/" + change.schedule() + "/handovers/" + handover.id() + "/acknowledge" : null);
        }

        private Status status(Handover handover, boolean ahead) {
            if (handover.acknowledgedAt() != null) return new Status("acknowledged " + time.moment(handover.acknowledgedAt()), TAKEN.shape(), TAKEN.tone());
            return ahead ? AHEAD : NOT_YET;
        }

        private List<HandoverPage.Said> said(List<Note> notes) {
            return notes.stream().map(note -> new HandoverPage.Said(names.of(note.by()), time.moment(note.at()), note.text())).toList();
        }
    }
}
