package dev.holdfast.deployments;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.SetStore.Key;
import dev.holdfast.tables.Became;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lists of what was built and deployed before: recorded in sets, in the caller's transaction, the same in whatever order they come. */
@Service
public class PastRecords {

    private final SetStore store;
    private final ObjectProvider<DeploymentsRecorded> followers;
    private final Clock clock;

    PastRecords(SetStore store, ObjectProvider<DeploymentsRecorded> followers, Clock clock) {
        this.store = store;
        this.followers = followers;
        this.clock = clock;
    }

    /**
     * @param rows what became of each row, in their order
     * @param before of each that was known and says more now, as it was
     * @param added those that were not known, each as all of its rows say
     * @param changed those of {@code before}, as they are now
     */
    public record Outcome<T>(List<Became> rows, List<T> before, List<T> added, List<T> changed) {

        public List<T> touched() {
            var touched = new ArrayList<>(added);
            touched.addAll(changed);
            return touched;
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Deployment> recordDeployments(List<Deployment> said) {
        var now = clock.instant();
        var outcome = new Sets<>(said, Key::of, Deployment::with, PastRecords::isSame)
                .record(all -> store.addDeployments(all, false, now), store::lockDeployments, store::changeDeployments);
        tell(outcome.touched().stream().filter(Deployment::isInProduction).map(Deployment::service));
        return outcome;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Build> recordBuilds(List<Build> said) {
        var now = clock.instant();
        var outcome = new Sets<>(said, Key::of, Build::joined, (one, other) -> true)
                .record(all -> store.addBuilds(all, now), store::lockBuilds, store::changeBuilds);
        tell(outcome.touched().stream().map(Build::service));
        return outcome;
    }

    /** What would become of each row, were it recorded now. */
    @Transactional(readOnly = true)
    public List<Became> tryDeployments(List<Deployment> said) {
        return new Sets<>(said, Key::of, Deployment::with, PastRecords::isSame).tried(store::findDeployments);
    }

    /** What would become of each row, were it recorded now. */
    @Transactional(readOnly = true)
    public List<Became> tryBuilds(List<Build> said) {
        return new Sets<>(said, Key::of, Build::joined, (one, other) -> true).tried(store::findBuilds);
    }

    /** The attempts of these services in production by their start; of each whether its kind may be concluded here. */
    public Map<ServiceName, List<Attempt>> attempts(Collection<ServiceName> services) {
        return services.isEmpty() ? Map.of() : store.attempts(services).stream()
                .map(each -> new Attempt(each.deployment(), each.recognised() != null && isOpen(each.deployment(), each.recognised())))
                .collect(Collectors.groupingBy(each -> each.deployment().service()));
    }

    /** @param open whether its being a rollback may be concluded here: it came as history, and does not say itself what it is */
    public record Attempt(Deployment deployment, boolean open) {}

    private static boolean isOpen(Deployment deployment, boolean recognised) {
        return recognised || deployment.kind() == Deployment.Kind.PLANNED && deployment.remediates() == null;
    }

    /** Keeps what was concluded of them: rollbacks with what they undo, or planned after all. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recognise(List<Deployment> concluded) {
        if (concluded.isEmpty()) return;
        store.recognise(concluded);
        tell(concluded.stream().map(Deployment::service));
    }

    /** Those of these services that name one of these changes. */
    public List<Deployment> naming(Collection<ServiceName> services, Collection<String> changes) {
        return services.isEmpty() || changes.isEmpty() ? List.of() : store.naming(services, changes);
    }

    private void tell(Stream<ServiceName> services) {
        var touched = services.distinct().map(Touched::whole).toList();
        if (!touched.isEmpty()) followers.orderedStream().forEach(each -> each.changed(touched));
    }

    /** One of that id that brought another version, or elsewhere, is another. */
    private static boolean isSame(Deployment one, Deployment other) {
        return one.version().equals(other.version()) && one.environment().equals(other.environment());
    }
}
