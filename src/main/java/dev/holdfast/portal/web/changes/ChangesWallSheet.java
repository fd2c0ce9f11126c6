package dev.holdfast.portal.web.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Organisation;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Evidence;
import dev.holdfast.changes.Gap;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.http.Limit;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Tone;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Makes the wall of changes: as many as can be read from across the room. */
@Component
class ChangesWallSheet {

    private static final int WAITING = 6;
    private static final int DEPLOYED = 9;
    private static final Limit TODAY = new Limit(200);

    private final WaitingRows waiting;
    private final Audit audit;
    private final Documents documents;

    ChangesWallSheet(WaitingRows waiting, Audit audit, Documents documents) {
        this.waiting = waiting;
        this.audit = audit;
        this.documents = documents;
    }

    ChangesWallPage page(Viewer viewer, Frame frame) {
        return documents.holding(() -> read(viewer, frame.time()));
    }

    private ChangesWallPage read(Viewer viewer, ReaderTime time) {
        var midnight = time.today().atStartOfDay(time.zone()).toInstant();
        var today = audit.list(new DeploymentFilter(null, Deployment.PRODUCTION, midnight, null), null, TODAY, viewer).items();
        var waits = waiting.of(null, viewer, time);
        var freezes = waiting.freezes(time);
        return new ChangesWallPage(
                documents.at(time.now()).organisation().map(Organisation::title).orElse("The whole organisation"), heading(waits.size()),
                figures(today, waits, freezes),
                waits.stream().limit(WAITING).map(each -> new ChangesWallPage.Waiting(each.number(), each.what(), each.waited(), each.status())).toList(),
                Math.max(0, waits.size() - WAITING), today.stream().limit(DEPLOYED).map(each -> deployed(each, time)).toList(), freezes);
    }

    private static List<Figure> figures(List<Evidence> today, List<ChangesPage.Waiting> waits, List<ChangesPage.Freeze> freezes) {
        var failed = count(today, each -> each.deployment().status() == Deployment.Status.FAILED || each.known().failure() != null);
        var unapproved = count(today, each -> each.gaps().stream().anyMatch(Gap::isUnapproved));
        var all = Figures.count(today.size()) + (today.size() == TODAY.most() ? " or more" : "");
        var deployed = Figure.of("Deployed today", all, "to production", failed == 0 ? "none failed" : Figures.count(failed) + " failed");
        var gone = Figure.of("Unapproved today", Figures.count(unapproved), "of " + all, allowed(today, unapproved));
        var longest = waits.isEmpty() ? "for a change manager" : "the first for " + waits.getFirst().waited();
        return List.of(
                failed == 0 ? deployed : deployed.toned(Tone.LOSS), Figure.of("Waiting", Figures.count(waits.size()), "", longest),
                unapproved == 0 ? gone : gone.toned(Tone.CAUTION), frozen(freezes));
    }

    private static String allowed(List<Evidence> today, long unapproved) {
        if (unapproved > 0) return "nobody allowed them before";
        return today.isEmpty() ? "nothing went out" : "each was allowed";
    }

    private static Figure frozen(List<ChangesPage.Freeze> freezes) {
        if (freezes.isEmpty()) return Figure.of("Freeze", "None", "", "in the next 30 days");
        var first = freezes.getFirst();
        return Figure.of("Freeze", first.status().word().replace("Freeze in", "In"), "", first.name()).toned(Tone.CAUTION);
    }

    private static long count(List<Evidence> today, Predicate<Evidence> which) {
        return today.stream().filter(which).count();
    }

    private static ChangesWallPage.Deployed deployed(Evidence evidence, ReaderTime time) {
        var deployment = evidence.deployment();
        var change = evidence.change();
        return new ChangesWallPage.Deployed(
                time.time(deployment.startedAt()), deployment.service().value(), deployment.version(),
                change == null ? "no change" : change.kind().word() + " " + change.reference(), ChangeWords.of(evidence));
    }

    private static String heading(int waits) {
        return switch (waits) {
            case 0 -> "No change waits";
            case 1 -> "One change waits";
            default -> Figures.count(waits) + " changes wait";
        };
    }
}
