package dev.holdfast.portal.web.audit;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Build;
import dev.holdfast.deployments.Commit;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.http.Csv;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page of the commits between two versions, or between what was live at two instants. */
@Component
class CommitsSheet {

    private static final int SHOWN = 200;
    private static final int MOST_BUILDS = 1_000;

    private final Deployments deployments;
    private final Documents documents;

    CommitsSheet(Deployments deployments, Documents documents) {
        this.deployments = deployments;
        this.documents = documents;
    }

    /** Both ends, the one that was built first before the other. */
    private record Between(String from, String to, boolean backwards, List<Build> builds) {}

    CommitsPage page(Map<String, String> given, Viewer viewer, ReaderTime time) {
        viewer.demand(Scope.READ);
        var asked = asked(given);
        if (asked.service().isEmpty()) return new CommitsPage("Commits between two versions", "Or between what was live at two instants.", asked, null);
        var between = between(asked, time);
        var names = documents.holding(() -> new Names(documents.at(time.now())));
        var count = between.builds().stream().mapToInt(build -> build.commits().size()).sum();
        var heading = "%s of %s".formatted(Figures.count(count, "commit"), asked.service());
        var lede = between.backwards()
                ? "%s was built before %s: going there took these back.".formatted(between.to(), between.from())
                : "From %s to %s, by when their builds were made; the latest first.".formatted(between.from(), between.to());
        return new CommitsPage(heading, lede, shown(asked, between), new CommitsPage.Found(
                builds(between.builds(), names, time), between.backwards(), csv(asked.service(), between),
                count > SHOWN ? Figures.count(count - SHOWN, "commit") + " more in the CSV" : null));
    }

    private static CommitsPage.Asked asked(Map<String, String> given) {
        var environment = given.getOrDefault("environment", "").strip();
        return new CommitsPage.Asked(
                given.getOrDefault("service", "").strip(), environment.isEmpty() ? Deployment.PRODUCTION : environment, given.getOrDefault("from", "").strip(),
                given.getOrDefault("to", "").strip(), given.getOrDefault("since", "").strip(), given.getOrDefault("until", "").strip());
    }

    /** The versions that two instants mean are said from then on. */
    private static CommitsPage.Asked shown(CommitsPage.Asked asked, Between between) {
        return new CommitsPage.Asked(asked.service(), asked.environment(), between.from(), between.to(), asked.since(), asked.until());
    }

    private Between between(CommitsPage.Asked asked, ReaderTime time) {
        var service = new ServiceName(asked.service());
        var from = build(service, version("from", asked.from(), AskedInstant.orNull("since", asked.since(), time), asked));
        var to = build(service, version("to", asked.to(), Objects.requireNonNullElse(AskedInstant.orNull("until", asked.until(), time), time.now()), asked));
        var backwards = to.builtAt().isBefore(from.builtAt());
        var builds = backwards
                ? deployments.builds(service, to.builtAt(), from.builtAt(), MOST_BUILDS)
                : deployments.builds(service, from.builtAt(), to.builtAt(), MOST_BUILDS);
        return new Between(from.version(), to.version(), backwards, builds);
    }

    /** As it is said, else what was live at the instant. */
    private String version(String field, String said, @Nullable Instant at, CommitsPage.Asked asked) {
        if (!said.isEmpty()) return said;
        if (at == null) throw Unprocessable.of(field, "REQUIRED", "Say from which version or from when on.");
        return deployments.live(List.of(asked.service()), at).stream()
                .filter(each -> each.environment().equals(asked.environment()))
                .map(Deployment::version)
                .findFirst()
                .orElseThrow(() -> new NotFound("Nothing is known of %s in %s at %s.".formatted(asked.service(), asked.environment(), at)));
    }

    private Build build(ServiceName service, String version) {
        return deployments.build(service, version).orElseThrow(() -> new NotFound("No build of %s %s is known.".formatted(service, version)));
    }

    private static List<CommitsPage.Build> builds(List<Build> builds, Names names, ReaderTime time) {
        var shown = new ArrayList<CommitsPage.Build>();
        var room = SHOWN;
        for (var build : builds) {
            if (room <= 0) break;
            var commits = build.commits().stream().limit(room).map(commit -> commit(commit, names)).toList();
            room -= commits.size();
            shown.add(new CommitsPage.Build(build.version(), time.moment(build.builtAt()), passed(build.preProductionPassed()), commits));
        }
        return shown;
    }

    private static String passed(@Nullable Boolean passed) {
        if (passed == null) return "tests not told";
        return passed ? "tests passed" : "tests failed";
    }

    private static CommitsPage.Commit commit(Commit commit, Names names) {
        return new CommitsPage.Commit(
                commit.sha().substring(0, Math.min(10, commit.sha().length())), Objects.requireNonNullElse(commit.message(), ""),
                commit.author() == null ? "" : names.of(commit.author()), commit.reviewer() == null ? "" : names.of(commit.reviewer()));
    }

    private static String csv(String service, Between between) {
        return UriComponentsBuilder.fromPath("/audit/commits.csv").queryParam("service", "{service}").queryParam("from", "{from}").queryParam("to", "{to}")
                .encode().buildAndExpand(service, between.from(), between.to()).toUriString();
    }

    Csv csv(Map<String, String> given, Viewer viewer, ReaderTime time) {
        viewer.demand(Scope.READ);
        var csv = new Csv("version", "builtAt", "testsPassed", "commit", "at", "author", "reviewer", "message");
        between(asked(given), time).builds().forEach(build -> build.commits().forEach(commit -> csv.row(List.of(
                build.version(), build.builtAt(), text(build.preProductionPassed()), commit.sha(), text(commit.at()), text(commit.author()),
                text(commit.reviewer()), text(commit.message())))));
        return csv;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
