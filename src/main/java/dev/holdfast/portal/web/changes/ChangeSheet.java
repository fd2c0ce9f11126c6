package dev.holdfast.portal.web.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.changes.ChangeTemplates;
import dev.holdfast.changes.Changes;
import dev.holdfast.changes.Criterion;
import dev.holdfast.changes.Inquiries;
import dev.holdfast.changes.Standing;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of one change and of one template. */
@Component
class ChangeSheet {

    private static final int SHA = 10;

    private final Changes changes;
    private final Inquiries inquiries;
    private final ChangeTemplates templates;
    private final ChangeRights rights;
    private final Documents documents;

    ChangeSheet(Changes changes, Inquiries inquiries, ChangeTemplates templates, ChangeRights rights, Documents documents) {
        this.changes = changes;
        this.inquiries = inquiries;
        this.templates = templates;
        this.rights = rights;
        this.documents = documents;
    }

    ChangePage change(String reference, Viewer viewer, ReaderTime time) {
        var weighed = changes.weighed(changes.find(reference, viewer));
        var change = weighed.change();
        var names = new Names(documents.at(time.now()));
        var decides = rights.mayDecide(viewer);
        var commits = change.commits().stream()
                .map(each -> new ChangePage.Commit(
                        each.sha().length() > SHA ? each.sha().substring(0, SHA) : each.sha(), each.author() == null ? "" : names.of(each.author()),
                        each.reviewer() == null ? "" : names.of(each.reviewer()), each.message() == null ? "" : each.message().lines().findFirst().orElse("")))
                .toList();
        return new ChangePage(
                change.reference(), change.summary(), change.service().value(), ChangeWords.of(change), change.description(), facts(change, names, time),
                weighed.risk().facts(), weighed.conflicts().stream().map(each -> new ChangePage.With(each.change(), each.why())).toList(), commits,
                decides && (change.state() == Change.State.RAISED || change.owesApproval()),
                decides && (change.state() == Change.State.RAISED || change.state() == Change.State.APPROVED), FormFaults.NONE);
    }

    private List<Pair> facts(Change change, Names names, ReaderTime time) {
        var facts = new ArrayList<Pair>();
        facts.add(Pair.to("Service", change.service().value(), "/services/" + change.service()));
        facts.add(Pair.of("Version", change.version() + " into " + change.environment()));
        facts.add(Pair.of("Kind", change.kind().word()));
        if (change.template() != null) {
            facts.add(Pair.to("Template", change.template() + ", revision " + change.templateRevision(), "/change-templates/" + change.template()));
        }
        if (change.incident() != null) facts.add(Pair.to("Incident", change.incident(), "/incidents/" + change.incident()));
        facts.add(Pair.of("Raised", "%s by %s".formatted(time.moment(change.raisedAt()), names.of(change.raisedBy()))));
        if (change.kind() != Change.Kind.STANDARD) facts.add(Pair.of("Waited", Figures.words(change.waited(time.now()))));
        if (change.approvalDueBy() != null && change.owesApproval()) facts.add(Pair.of("Approval owed by", time.moment(change.approvalDueBy())));
        var by = change.decidedBy();
        var at = change.decidedAt();
        if (by != null && at != null) {
            facts.add(Pair.of(change.state() == Change.State.REJECTED ? "Rejected" : "Approved", "%s by %s".formatted(time.moment(at), names.of(by))));
        }
        if (change.reason() != null) facts.add(Pair.of("Because", change.reason()));
        if (change.validUntil() != null && change.isOpen()) facts.add(Pair.of("Holds until", time.moment(change.validUntil())));
        if (change.deployment() != null) facts.add(Pair.of("Deployment", change.deployment()));
        inquiries.about(change)
                .forEach(asker -> facts.add(Pair.of(asker.unreached() ? "Not told" : "Waits for it", ChangeWords.of(asker, time))));
        return facts;
    }

    TemplatePage template(String name, Viewer viewer, ReaderTime time) {
        var shown = templates.find(name, viewer);
        var standing = shown.standing();
        var names = new Names(documents.at(time.now()));
        var template = shown.template();
        return new TemplatePage(
                name, template == null ? name : template.shown(), standing.service().value(), ChangeWords.of(standing.shown()), says(shown, time),
                stands(standing, names, time), earned(standing), rights.mayDecide(viewer) ? acts(standing, templates.isToRenew(standing)) : List.of(), FormFaults.NONE);
    }

    private static List<Pair> says(ChangeTemplates.Shown shown, ReaderTime time) {
        var template = shown.template();
        if (template == null) return List.of();
        var plan = template.plan();
        return List.of(
                Pair.of("Of low risk", template.lowRisk()), Pair.of("Repeatable", template.repeatable()),
                Pair.of("Holds for builds of which", template.criteria().stream().sorted().map(Criterion::sentence).collect(Collectors.joining("; "))),
                Pair.of("Steps", text(plan.steps())), Pair.of("Test", text(plan.test())), Pair.of("Back out", text(plan.backOut())),
                Pair.of("Expires", time.day(template.expires())));
    }

    private static List<Pair> stands(Standing standing, Names names, ReaderTime time) {
        var stands = new ArrayList<Pair>();
        stands.add(Pair.to("Service", standing.service().value(), "/services/" + standing.service()));
        stands.add(Pair.of("Revision", "%d, proposed by %s".formatted(standing.revision(), names.of(standing.proposedBy()))));
        var by = standing.agreedBy();
        var at = standing.agreedAt();
        stands.add(Pair.of("Agreed", by == null || at == null || standing.agreedRevision() == null
                ? "not yet"
                : "revision %d by %s, %s".formatted(standing.agreedRevision(), names.of(by), time.moment(at))));
        if (standing.expires() != null) stands.add(Pair.of("Covers nothing from", time.day(standing.expires()) + " on"));
        if (standing.why() != null) stands.add(Pair.of("Because", standing.why()));
        return stands;
    }

    private List<Pair> earned(Standing standing) {
        var earned = templates.earned(standing.service());
        var rate = earned.failureRate();
        var upTo = earned.upTo();
        if (rate == null || upTo == null) return List.of(Pair.of("Changes that ended", "none yet"));
        var recovery = earned.medianRecovery();
        return List.of(
                Pair.of("Changes that ended", Figures.count(earned.changes())),
                Pair.of("Failed", "%d, %s".formatted(earned.failed(), Figures.percent(rate))),
                Pair.of("So few leave possible", "up to %s, with 95 %% confidence".formatted(Figures.percent(upTo))),
                Pair.of("Put back after", recovery == null ? "none failed and was put back" : Figures.words(recovery) + ", the median"));
    }

    private static List<TemplatePage.Act> acts(Standing standing, boolean toRenew) {
        var acts = new ArrayList<TemplatePage.Act>();
        var agreed = standing.agreedRevision();
        if (standing.state() != Standing.State.RETIRED && (agreed == null || agreed < standing.revision())) {
            acts.add(new TemplatePage.Act("agree", "Agree to revision " + standing.revision(), true, false));
        }
        if (toRenew) acts.add(new TemplatePage.Act("renew", "Renew for a year", acts.isEmpty(), false));
        if (standing.state() == Standing.State.ACTIVE) acts.add(new TemplatePage.Act("suspend", "Suspend", false, true));
        if (standing.state() == Standing.State.SUSPENDED) acts.add(new TemplatePage.Act("reinstate", "Reinstate", true, true));
        return acts;
    }

    private static String text(@Nullable String text) {
        return text == null ? "–" : text;
    }
}
