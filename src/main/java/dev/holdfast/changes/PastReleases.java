package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.deployments.PastRecords;
import dev.holdfast.deployments.PastRecords.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for lists of past deployments: recorded in sets. They raise no change, and close none but the one that they name. */
@Service
public class PastReleases {

    private final PastRecords records;
    private final ForeignChangeStore changes;
    private final ReleaseStore releases;
    private final Pipelines pipelines;
    private final ChangePolicies policies;

    PastReleases(
            PastRecords records, ForeignChangeStore changes, ReleaseStore releases, Pipelines pipelines, ChangePolicies policies) {
        this.records = records;
        this.changes = changes;
        this.releases = releases;
        this.pipelines = pipelines;
        this.policies = policies;
    }

    /** Records them in the caller's transaction, with what {@link Pipelines#deployed} writes into the ledger of each. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome<Deployment> record(List<Deployment> past, String by) {
        var outcome = records.recordDeployments(past);
        var touched = outcome.touched().stream().filter(Deployment::isInProduction).toList();
        var gone = changesOf(touched);
        outcome.added().stream().filter(Deployment::isInProduction).forEach(each -> pipelines.enter(by, each, null, gone.get(ReleaseStore.Ref.of(each))));
        for (int each = 0; each < outcome.changed().size(); each++) {
            var before = outcome.before().get(each);
            var after = outcome.changed().get(each);
            if (after.isInProduction() && !after.startedAt().equals(before.startedAt())) pipelines.enter(by, after, before, gone.get(ReleaseStore.Ref.of(after)));
        }
        return outcome;
    }

    /** The changes that they went by already, or name. */
    private Map<ReleaseStore.Ref, Change> changesOf(List<Deployment> deployments) {
        var gone = new HashMap<>(releases.by(deployments.stream().map(ReleaseStore.Ref::of).toList()));
        var naming = deployments.stream().filter(each -> each.change() != null && !gone.containsKey(ReleaseStore.Ref.of(each))).toList();
        var named = changes.named(naming);
        releases.went(named);
        gone.putAll(named);
        naming.forEach(each -> {
            var change = named.get(ReleaseStore.Ref.of(each));
            if (change != null && change.isOpen()) pipelines.follow(change.id(), each);
        });
        return gone;
    }

    /** Concludes which of these services' past deployments were rollbacks, from all that is known of them now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recognise(Collection<ServiceName> services) {
        var rollbackFor = policies.now().rollbackFor();
        var concluded = new ArrayList<Deployment>();
        records.attempts(services).values().forEach(attempts -> concluded.addAll(Recognising.concluded(attempts, rollbackFor)));
        records.recognise(concluded);
    }
}
