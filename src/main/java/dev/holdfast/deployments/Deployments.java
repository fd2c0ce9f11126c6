package dev.holdfast.deployments;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.SetStore.Key;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What was built and deployed: recorded in the caller's transaction, and answered for any instant (C8). */
@Service
public class Deployments {

    /** What others may join in their own statements: the deployments, with the columns that this view promises. */
    public static final String ATTEMPTS = "deployments.attempt";

    /** The same of builds: whether the last activity before production of a version passed. */
    public static final String TESTED = "deployments.tested";

    private static final int BUILDS_OF_A_COMMIT = 20;
    private static final int NAMED = 20;

    private final BuildStore builds;
    private final DeploymentStore deployments;
    private final SetStore sets;
    private final ObjectProvider<DeploymentsRecorded> followers;
    private final Clock clock;

    Deployments(
            BuildStore builds, DeploymentStore deployments, SetStore sets, ObjectProvider<DeploymentsRecorded> followers, Clock clock) {
        this.builds = builds;
        this.deployments = deployments;
        this.sets = sets;
        this.followers = followers;
        this.clock = clock;
    }

    /** @param before what was known of it; null where it is new */
    public record Recorded<T>(@Nullable T before, T after) {

        public boolean isNew() {
            return before == null;
        }

        /** Whether it says more than was known. */
        public boolean isNews() {
            return !after.equals(before);
        }
    }

    /** Adds what a report says to what is known of that version. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Recorded<Build> record(Build build) {
        if (builds.add(build, clock.instant())) {
            tell(List.of(Touched.by(build)));
            return new Recorded<>(null, build);
        }
        var before = builds.lock(build.service(), build.version());
        var after = before.with(build);
        if (!after.equals(before)) {
            builds.change(after);
            if (!after.builtAt().equals(before.builtAt()) || !after.commits().equals(before.commits())) tell(List.of(Touched.by(build)));
        }
        return new Recorded<>(before, after);
    }

    /**
     * Adds what reports say to what is known of those deployments, each of another service.
     *
     * @throws Conflict where one of that id brought another version, or elsewhere
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Recorded<Deployment>> record(List<Deployment> said) {
        var fresh = said.isEmpty() ? Set.<Key>of() : sets.addDeployments(said, null, clock.instant());
        var known = said.stream().map(Key::of).filter(key -> !fresh.contains(key)).toList();
        var there = (known.isEmpty() ? List.<Deployment>of() : sets.lockDeployments(known)).stream()
                .collect(Collectors.toMap(Deployment::service, each -> each));
        var recorded = said.stream().map(each -> recorded(there.get(each.service()), each)).toList();
        var changed = recorded.stream().filter(each -> !each.isNew() && each.isNews()).map(Recorded::after).toList();
        if (!changed.isEmpty()) sets.changeDeployments(changed);
        tell(recorded.stream().filter(each -> each.isNews() && each.after().isInProduction()).map(Touched::by).toList());
        return recorded;
    }

    private static Recorded<Deployment> recorded(@Nullable Deployment there, Deployment said) {
        if (there == null) return new Recorded<>(null, said);
        if (!there.version().equals(said.version()) || !there.environment().equals(said.environment())) {
            throw new Conflict("STATE", "The deployment %s brought %s into %s.".formatted(there.id(), there.version(), there.environment()));
        }
        return new Recorded<>(there, there.with(said));
    }

    private void tell(List<Touched> touched) {
        if (!touched.isEmpty()) followers.orderedStream().forEach(each -> each.changed(touched));
    }

    public Optional<Build> build(ServiceName service, String version) {
        return builds.find(service, version);
    }

    /** The latest version whose newest commit is this one, of the builds of a service. */
    public Optional<String> versionOf(ServiceName service, String commit) {
        return builds.having(service, commit, BUILDS_OF_A_COMMIT).stream()
                .filter(build -> build.head().filter(commit::equals).isPresent())
                .findFirst()
                .map(Build::version);
    }

    /** Of the builds after one instant and not after another, the latest first. */
    public List<Build> builds(ServiceName service, Instant after, Instant last, int most) {
        return builds.between(service, after, last, most);
    }

    /** Those of these versions, each of the service in the same place; one query. */
    public List<Build> builds(List<ServiceName> services, List<String> versions) {
        return services.isEmpty() ? List.of() : builds.all(services.stream().map(ServiceName::value).toList(), versions);
    }

    public Optional<Deployment> find(String id) {
        return deployments.find(id);
    }

    /** The latest first. */
    public Listing<Deployment> list(DeploymentFilter filter, @Nullable String cursor, Limit limit) {
        var position = Cursor.read(cursor, DeploymentPosition::of);
        var read = deployments.list(
                filter, position.map(DeploymentPosition::startedAt).orElse(null), position.map(DeploymentPosition::number).orElse(0L), limit.andOne());
        return Listing.cut(read, limit, each -> new DeploymentPosition(each.deployment().startedAt(), each.number()).toString())
                .map(DeploymentStore.Numbered::deployment);
    }

    /** When the latest that are more than that number began; empty where there are no more. Found without counting further. */
    public Optional<Instant> beginOfMoreThan(int number, DeploymentFilter filter) {
        return deployments.beginOfMoreThan(number, filter);
    }

    /** The attempts of their services where each of these was deployed that began before it, the latest first; one query. */
    public Map<ServiceName, List<Deployment>> before(List<Deployment> said, int most) {
        return said.isEmpty() ? Map.of() : deployments.before(said, most).stream().collect(Collectors.groupingBy(Deployment::service));
    }

    /** Of one version in an environment, the latest first. */
    public List<Deployment> of(ServiceName service, String version, String environment) {
        return deployments.ofVersion(service, version, environment);
    }

    /** Those of these names, {@code service/id}, the latest first; one query. */
    public List<Deployment> these(Collection<String> names) {
        return names.isEmpty() ? List.of() : deployments.named(names);
    }

    /** The deployment that is live in each environment of these services at an instant. */
    public List<Deployment> live(Collection<String> services, Instant at) {
        return services.isEmpty() ? List.of() : deployments.live(services, at);
    }

    /** What was brought to production on each day of a zone, of some services or of all; {@code to} excluded. One query. */
    public List<ReleaseDay> releases(@Nullable Collection<String> services, Instant from, Instant to, ZoneId zone) {
        return deployments.days(services, from, to, zone, NAMED);
    }

    /** All attempts of these services in production. */
    public List<Deployment> production(Collection<String> services) {
        return services.isEmpty() ? List.of() : deployments.inEnvironment(services, Deployment.PRODUCTION);
    }

    /** The builds of all that these services attempted to bring into production. */
    public List<Build> buildsInProduction(Collection<String> services) {
        return services.isEmpty() ? List.of() : builds.deployedTo(services, Deployment.PRODUCTION);
    }

    /** What is known beside these deployments, in three queries however many they are. */
    public List<Known> known(List<Deployment> deployments) {
        if (deployments.isEmpty()) return List.of();
        var services = deployments.stream().map(each -> each.service().value()).toList();
        var versions = deployments.stream().map(Deployment::version).toList();
        var built = builds.all(services, versions).stream()
                .collect(Collectors.toMap(each -> each.service() + "@" + each.version(), each -> each, (one, same) -> one));
        var firsts = this.deployments.firstLive(services, versions).stream()
                .collect(Collectors.toMap(each -> each.service() + "@" + each.version() + "@" + each.environment(), DeploymentStore.FirstLive::at));
        var ailments = Stream.concat(deployments.stream().map(Deployment::id), versions.stream()).collect(Collectors.toSet());
        var cures = this.deployments.cures(Set.copyOf(services), ailments);
        return deployments.stream()
                .map(each -> {
                    var version = each.service() + "@" + each.version();
                    return Known.of(each, built.get(version), firsts.get(version + "@" + each.environment()), cures);
                })
                .toList();
    }
}
