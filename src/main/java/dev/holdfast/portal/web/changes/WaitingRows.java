package dev.holdfast.portal.web.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.changes.Changes;
import dev.holdfast.changes.Freezes;
import dev.holdfast.changes.FreezeWindow;
import dev.holdfast.changes.Queued;
import dev.holdfast.http.Limit;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits for change managers, with the facts that decide, and the freeze windows beside it. */
@Component
class WaitingRows {

    private static final Limit MOST = new Limit(100);

    private final Changes changes;
    private final Freezes freezes;
    private final ChangeRights rights;

    WaitingRows(Changes changes, Freezes freezes, ChangeRights rights) {
        this.changes = changes;
        this.freezes = freezes;
        this.rights = rights;
    }

    /** Approvals that are owed first, then whatever waits longest; null services are all. */
    List<ChangesPage.Waiting> of(@Nullable Set<String> services, Viewer viewer, ReaderTime time) {
        var owed = changes.owed().stream().filter(each -> services == null || services.contains(each.service().value())).limit(MOST.most());
        return rows(Stream.concat(owed, changes.waiting(services, MOST, viewer).stream()).toList(), viewer, time);
    }

    List<ChangesPage.Waiting> rows(List<Change> waiting, Viewer viewer, ReaderTime time) {
        return changes.queued(waiting).stream().map(each -> row(each, viewer, time)).toList();
    }

    private ChangesPage.Waiting row(Queued queued, Viewer viewer, ReaderTime time) {
        var change = queued.change();
        var decides = rights.mayDecide(viewer);
        var waits = change.state() == Change.State.RAISED;
        return new ChangesPage.Waiting(
                change.reference(), "%s %s, %s".formatted(change.service(), change.version(), change.kind().word()), time.moment(change.raisedAt()),
                waited(queued, time), ChangeWords.of(change), facts(queued, time), (waits || change.owesApproval()) && rights.mayApprove(viewer, change),
                decides && (waits || change.state() == Change.State.APPROVED));
    }

    private static String waited(Queued queued, ReaderTime time) {
        var waited = Figures.words(queued.change().waited(time.now()));
        return queued.waitingShare(time.now()).map(share -> waited + ", " + Figures.percent(share) + " of its lead time until now").orElse(waited);
    }

    private static List<String> facts(Queued queued, ReaderTime time) {
        var change = queued.change();
        var due = change.approvalDueBy() == null
                ? Stream.<String>of()
                : Stream.of((change.isOverdue(time.now()) ? "Its approval was due " : "Its approval is owed by ") + time.moment(change.approvalDueBy()) + ".");
        var frozen = queued.freezes().stream().map(window -> stopped(window, time));
        var conflicts = queued.weighed().conflicts().stream().map(each -> "%s is in flight beside it: %s.".formatted(each.change(), each.why()));
        return Stream.of(due, frozen, queued.weighed().risk().facts().stream(), conflicts).flatMap(each -> each).toList();
    }

    private static String stopped(FreezeWindow window, ReaderTime time) {
        return window.during().contains(time.now())
                ? "%s freezes it until %s.".formatted(window.name(), time.moment(window.until()))
                : "%s freezes it from %s to %s: it goes before, or after.".formatted(
                        window.name(), time.moment(window.during().from()), time.moment(window.until()));
    }

    /** In force or near, the soonest first. */
    List<ChangesPage.Freeze> freezes(ReaderTime time) {
        return freezes.near().stream().map(window -> new ChangesPage.Freeze(window.name(), ChangeWords.of(window, time), ChangeWords.sentence(window, time))).toList();
    }
}
