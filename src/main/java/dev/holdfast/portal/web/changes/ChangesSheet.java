package dev.holdfast.portal.web.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.changes.ChangeTemplates;
import dev.holdfast.changes.Changes;
import dev.holdfast.changes.Evidence;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.DeploymentFilter;
import dev.holdfast.http.Csv;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of changes and of what was deployed. */
@Component
class ChangesSheet {

    private static final Limit SHOWN = new Limit(50);
    private static final Limit FILE = new Limit(500);
    private static final int MOST_TEMPLATES = 12;

    private final Changes changes;
    private final WaitingRows waiting;
    private final ChangeTemplates templates;
    private final ChangeRights rights;
    private final Audit audit;
    private final Documents documents;

    ChangesSheet(Changes changes, WaitingRows waiting, ChangeTemplates templates, ChangeRights rights, Audit audit, Documents documents) {
        this.changes = changes;
        this.waiting = waiting;
        this.templates = templates;
        this.rights = rights;
        this.audit = audit;
        this.documents = documents;
    }

    ChangesPage page(Asked asked, Viewer viewer, ReaderTime time, FormFaults faults) {
        return documents.holding(() -> read(asked, viewer, time, faults));
    }

    /**
     * What the address asks for.
     *
     * @param decided the reference of the change that was decided just now; empty for none
     */
    record Asked(String state, String service, String decided, @Nullable String cursor) {

        static Asked about(String service) {
            return new Asked("", service, "", null);
        }

        @Nullable Set<String> services() {
            return service.isEmpty() ? null : Set.of(service);
        }

        String address(String state) {
            return "/changes?state=%s%s".formatted(state, service.isEmpty() ? "" : "&service=" + encoded());
        }

        String encoded() {
            return URLEncoder.encode(service, StandardCharsets.UTF_8);
        }
    }

    private ChangesPage read(Asked asked, Viewer viewer, ReaderTime time, FormFaults faults) {
        var chosen = Arrays.stream(Change.State.values()).filter(each -> each.word().equals(asked.state())).findFirst();
        var state = chosen.map(Change.State::word).orElse("");
        var names = new Names(documents.at(time.now()));
        var waits = waiting.of(asked.services(), viewer, time);
        var deployed = chosen.isPresent()
                ? new Listing<Evidence>(List.of(), null)
                : audit.list(new DeploymentFilter(asked.services(), Deployment.PRODUCTION, null, null), asked.cursor(), SHOWN, viewer);
        var raised = chosen.map(each -> changes.list(asked.services(), Set.of(each), asked.cursor(), SHOWN, viewer));
        var next = raised.map(Listing::next).or(() -> Optional.ofNullable(deployed.next())).orElse(null);
        return new ChangesPage(
                lede(waits.size()), figures(deployed.items()),
                new ChangesPage.Queue(waits, rights.mayDecide(viewer), decided(asked.decided(), viewer), faults), waiting.freezes(time), state,
                asked.service(), states(state, asked), rows(deployed.items(), names, time),
                raised.map(found -> found.items().stream().map(each -> raised(each, time)).toList()).orElse(null), templates(viewer, time),
                "/changes.csv?service=" + asked.encoded(), next == null ? null : asked.address(state) + "&cursor=" + next);
    }

    private ChangesPage.@Nullable Decided decided(String reference, Viewer viewer) {
        if (reference.isEmpty()) return null;
        var change = changes.find(reference, viewer);
        return new ChangesPage.Decided(change.reference(), change.summary(), ChangeWords.of(change));
    }

    Csv csv(String service, Viewer viewer) {
        var csv = new Csv("deployment", "service", "version", "startedAt", "status", "change", "kind", "deployer", "approved", "leadTime", "commits");
        var filter = new DeploymentFilter(service.isEmpty() ? null : Set.of(service), Deployment.PRODUCTION, null, null);
        audit.list(filter, null, FILE, viewer).items().forEach(each -> {
            var deployment = each.deployment();
            var change = each.change();
            var leadTime = each.known().leadTime();
            csv.row(List.of(
                    deployment.id(), deployment.service(), deployment.version(), deployment.startedAt(), deployment.status().word(),
                    change == null ? "" : change.reference(), change == null ? "" : change.kind().word(),
                    deployment.deployer() == null ? "" : deployment.deployer(), each.isApproved(), leadTime == null ? "" : leadTime.toString(),
                    each.commits().size()));
        });
        return csv;
    }

    private static ChangesPage.Raised raised(Change change, ReaderTime time) {
        return new ChangesPage.Raised(
                change.reference(), change.summary(), change.service().value(), change.kind().word(), time.moment(change.raisedAt()),
                change.kind() == Change.Kind.STANDARD ? "–" : Figures.words(change.waited(time.now())), ChangeWords.of(change));
    }

    private static List<ChangesPage.Row> rows(List<Evidence> deployed, Names names, ReaderTime time) {
        var days = new HashSet<String>();
        return deployed.stream().map(each -> row(each, days, names, time)).toList();
    }

    private static ChangesPage.Row row(Evidence evidence, Set<String> days, Names names, ReaderTime time) {
        var deployment = evidence.deployment();
        var change = evidence.change();
        var day = time.day(deployment.startedAt());
        var leadTime = evidence.known().leadTime();
        return new ChangesPage.Row(
                days.add(day) ? day : null, time.time(deployment.startedAt()), deployment.service().value(), deployment.version(),
                change == null ? null : change.reference(), change == null ? "unapproved" : change.kind().word(),
                deployment.deployer() == null ? "" : names.of(deployment.deployer()), leadTime == null ? "–" : Figures.words(leadTime),
                evidence.commits().isEmpty() ? "–" : Figures.count(evidence.commits().size()), ChangeWords.of(evidence));
    }

    private static List<Figure> figures(List<Evidence> shown) {
        if (shown.isEmpty()) return List.of();
        var approved = shown.stream().filter(Evidence::isApproved).count();
        var standard = shown.stream().filter(each -> each.change() != null && each.change().kind() == Change.Kind.STANDARD).count();
        var failed = shown.stream().filter(each -> each.known().failure() != null).count();
        return List.of(
                Figure.of("Shown", Figures.count(shown.size()), "deployments", "the latest to production"),
                Figure.of("Agreed beforehand", Figures.count(approved), "of " + shown.size(), Figures.count(standard) + " by a template"),
                Figure.of("Failed", Figures.count(failed), "of " + shown.size(), "rolled back or mended by another"));
    }

    /** What is to be renewed first. */
    private List<ChangesPage.Template> templates(Viewer viewer, ReaderTime time) {
        return templates.all(viewer).stream()
                .sorted(Comparator.comparing((ChangeTemplates.Shown each) -> !templates.isToRenew(each.standing())))
                .limit(MOST_TEMPLATES)
                .map(each -> template(each, viewer, time))
                .toList();
    }

    private ChangesPage.Template template(ChangeTemplates.Shown shown, Viewer viewer, ReaderTime time) {
        var standing = shown.standing();
        var expires = standing.expires();
        var toRenew = templates.isToRenew(standing);
        return new ChangesPage.Template(
                standing.name(), shown.template() == null ? standing.name() : shown.template().shown(), standing.service().value(),
                ChangeWords.of(standing.shown()), toRenew && expires != null ? time.day(expires) : null, toRenew && rights.mayDecide(viewer));
    }

    private static List<Choice> states(String state, Asked asked) {
        var all = Stream.of(new Choice(asked.address(""), "Deployments", state.isEmpty()));
        return Stream.concat(all, Arrays.stream(Change.State.values())
                        .map(each -> new Choice(asked.address(each.word()), each.word(), each.word().equals(state))))
                .toList();
    }

    private static String lede(int waiting) {
        return switch (waiting) {
            case 0 -> "Nothing waits for a change manager.";
            case 1 -> "One waits for a change manager.";
            default -> waiting + " wait for a change manager.";
        };
    }
}
