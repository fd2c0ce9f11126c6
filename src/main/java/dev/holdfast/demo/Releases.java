package dev.holdfast.demo;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.ChangeTemplates;
import dev.holdfast.changes.Gate;
import dev.holdfast.changes.GateQuestion;
import dev.holdfast.changes.PastChange;
import dev.holdfast.changes.PastChanges;
import dev.holdfast.changes.Pipelines;
import dev.holdfast.demo.Cadence.Release;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Eight weeks of what the retailer released, what it agreed to beforehand and was told by the gate, and what waits for Cora now. */
@Component
class Releases {

    private static final int WEEKS = 8;
    private static final String BY = "demo";
    private static final String MANAGER = "cora";
    private static final Viewer CORA = new Viewer(
            MANAGER, MANAGER, Set.of("change-manager"), Set.of(), Set.of(Scope.READ, Scope.CHANGES), null, null);
    private static final Duration ASKED_BEFORE = Duration.ofSeconds(100);
    private static final Duration SINCE_THE_RELEASE = Duration.ofMinutes(17);
    private static final List<String> MESSAGES = List.of(
            "Show the delivery date before the basket", "Round prices as the till does", "Load pictures when they are seen", "Name the fabric in the order",
            "Keep the filter when going back", "Ask for the postcode once", "Mend the back button of the planner", "Count a set as one article",
            "Say when an article is the last", "Drop the old price table");

    private final Pipelines pipelines;
    private final PastChanges changes;
    private final Gate gate;
    private final ChangeTemplates templates;
    private final Documents documents;
    private final TransactionTemplate transaction;

    Releases(
            Pipelines pipelines, PastChanges changes, Gate gate, ChangeTemplates templates, Documents documents, TransactionTemplate transaction) {
        this.pipelines = pipelines;
        this.changes = changes;
        this.gate = gate;
        this.templates = templates;
        this.documents = documents;
        this.transaction = transaction;
    }

    void tell(RelativeDays days, ZoneId zone, Instant now) {
        var cadences = Retailer.releases();
        cadences.stream().filter(each -> each.approval().equals("standard")).forEach(each -> templates.agree(each.service() + "-release", null, CORA));
        transaction.executeWithoutResult(open -> {
            cadences.stream()
                    .flatMap(cadence -> cadence.releases(days.today(), WEEKS, zone, now).stream().map(release -> new Told(cadence, release)))
                    .sorted(Comparator.comparing(told -> told.release().startedAt()))
                    .forEach(told -> remember(told.cadence(), told.release()));
            byHandAtNight(days.today().minusDays(13).atTime(22, 2).atZone(zone).toInstant());
            beforeItWasApproved(days.today().minusDays(21).atTime(10, 47).atZone(zone).toInstant());
            justBeforeItFailed(now);
            waiting("warehouse-link", "41.2", "Take the carrier's new labels", now.minus(Duration.ofHours(65)), 31);
            waiting("ecommerce-platform", "12.4.7", "Patch of the vendor for orders that stop after the import", now.minus(Duration.ofHours(25)), 4);
            waiting("sofas", "3.90", "Feet of oak in the configurator", now.minus(Duration.ofMinutes(110)), 7);
        });
        templates.suspend("sofas-release", "Three of its last ten releases were rolled back.", null, CORA);
    }

    private record Told(Cadence cadence, Release release) {}

    private void remember(Cadence cadence, Release release) {
        var service = new ServiceName(cadence.service());
        var version = version(cadence, release.number());
        var build = new Build(service, version, release.builtAt(), commits(service, release), true, Map.of());
        var id = service + "-" + release.number();
        if (!cadence.approval().equals("none")) changes.record(change(cadence, release, build, id), BY);
        pipelines.built(build, BY);
        ask(service, version, release.startedAt());
        var status = release.rolledBack() ? Deployment.Status.ROLLED_BACK : Deployment.Status.SUCCEEDED;
        pipelines.deployed(deployment(service, id, version, Deployment.Kind.PLANNED, status, release.startedAt(), release.finishedAt(), release.builtAt()), BY);
    }

    private void ask(ServiceName service, String version, Instant startedAt) {
        var question = new GateQuestion(service, version, Deployment.PRODUCTION, deployer(service, startedAt), null, null, null, null);
        gate.then(question, startedAt.minus(ASKED_BEFORE), BY);
    }

    private PastChange change(Cadence cadence, Release release, Build build, String deployment) {
        var standard = cadence.approval().equals("standard");
        var raised = standard ? release.builtAt() : release.builtAt().plus(Duration.ofMinutes(5));
        var decided = standard ? raised : raised.plus(Duration.between(raised, release.startedAt()).multipliedBy(4).dividedBy(5));
        return new PastChange(
                build.service(), build.version(), standard ? Change.Kind.STANDARD : Change.Kind.NORMAL,
                "Release %s of %s: %s".formatted(build.version(), build.service(), build.commits().getFirst().message()),
                standard ? build.service() + "-release" : null, "pipeline", raised, MANAGER, decided, standard ? null : "Looked at with its team.",
                release.rolledBack() ? Change.Outcome.BACKED_OUT : Change.Outcome.SUCCESSFUL, release.finishedAt(), deployment, build.commits());
    }

    /** The release after which the search of Bedroom fails. */
    private void justBeforeItFailed(Instant now) {
        var at = now.minus(SINCE_THE_RELEASE);
        remember(new Cadence("bedroom", 0, 0, "standard", 3), new Release(419, at.minus(Duration.ofMinutes(64)), at, Duration.ofMinutes(4), false, 3));
    }

    /** Half of the pictures were grey, and were mended on the machine: no build, no change, and nobody asked. */
    private void byHandAtNight(Instant at) {
        pipelines.deployed(deployment(
                new ServiceName("mattresses"), "mattresses-by-hand", "hotfix-grey-pictures", Deployment.Kind.HOTFIX, Deployment.Status.SUCCEEDED, at,
                at.plus(Duration.ofMinutes(6)), null), BY);
    }

    /** The basket lost its second line; the gate refused the vendor's patch, as nobody had approved it, and it was put in all the same. */
    private void beforeItWasApproved(Instant at) {
        var service = new ServiceName("ecommerce-platform");
        var raised = at.minus(Duration.ofMinutes(22));
        var finished = at.plus(Duration.ofMinutes(14));
        var build = new Build(service, "12.4.6", raised.minus(Duration.ofHours(19)), List.of(), true, Map.of());
        changes.record(new PastChange(
                service, build.version(), Change.Kind.NORMAL, "Release 12.4.6 of ecommerce-platform: Patch of the vendor for baskets that lose a line", null,
                "pipeline", raised, MANAGER, at.plus(Duration.ofMinutes(31)), "Approved afterwards: baskets lost money by the minute.",
                Change.Outcome.SUCCESSFUL, finished, "ecommerce-platform-12.4.6", List.of()), BY);
        pipelines.built(build, BY);
        ask(service, build.version(), at);
        pipelines.deployed(deployment(
                service, "ecommerce-platform-12.4.6", build.version(), Deployment.Kind.PLANNED, Deployment.Status.SUCCEEDED, at, finished, build.builtAt()), BY);
    }

    private void waiting(String name, String version, String summary, Instant since, int commits) {
        var service = new ServiceName(name);
        var build = new Build(service, version, since.minus(Duration.ofMinutes(8)), commits(service, new Release(commits, since, since, Duration.ZERO, false, commits)), true, Map.of());
        changes.record(new PastChange(
                service, version, Change.Kind.NORMAL, "Release %s of %s: %s".formatted(version, name, summary), null, "pipeline", since, null, null, null, null, null,
                null, build.commits()), BY);
        pipelines.built(build, BY);
    }

    /** Written by one member of its team and reviewed by the next. */
    private List<Commit> commits(ServiceName service, Release release) {
        var people = people(service, release.startedAt());
        var commits = new ArrayList<Commit>();
        for (var each = 0; each < release.commits(); each++) {
            var turn = release.number() + each;
            commits.add(new Commit(
                    "%08x".formatted((service.value() + turn).hashCode()), people.get(turn % people.size()), people.get((turn + 1) % people.size()),
                    release.builtAt().minus(Duration.ofMinutes(30 + 47L * each)), MESSAGES.get(turn % MESSAGES.size())));
        }
        return commits;
    }

    private static String version(Cadence cadence, int number) {
        return cadence.service().equals("bedroom") && number >= 400 ? "1." + number : "1." + (300 + number);
    }

    private Deployment deployment(
            ServiceName service, String id, String version, Deployment.Kind kind, Deployment.Status status, Instant startedAt, Instant finishedAt,
            @Nullable Instant builtAt) {
        return new Deployment(
                id, service, version, Deployment.PRODUCTION, status, kind, null, startedAt, finishedAt, deployer(service, startedAt), null, null, builtAt, null);
    }

    private String deployer(ServiceName service, Instant startedAt) {
        return people(service, startedAt).getFirst();
    }

    /** Who owned it when the gate was asked: one look at what was declared then is all that a release needs. */
    private List<String> people(ServiceName service, Instant startedAt) {
        return documents.at(startedAt.minus(ASKED_BEFORE)).ownerOf(service).orElseThrow().members().stream().map(PersonName::value).toList();
    }
}
