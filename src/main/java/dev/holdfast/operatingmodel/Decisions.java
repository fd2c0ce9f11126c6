package dev.holdfast.operatingmodel;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Fault;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people decided beside the calculation, with their reasons. */
@Service
public class Decisions {

    private final Documents documents;
    private final Policies policies;
    private final Selection selection;
    private final Ownership ownership;
    private final DecisionStore store;
    private final Ledger ledger;
    private final Clock clock;

    Decisions(
            Documents documents,
            Policies policies,
            Selection selection,
            Ownership ownership,
            DecisionStore store,
            Ledger ledger,
            Clock clock) {
        this.documents = documents;
        this.policies = policies;
        this.selection = selection;
        this.ownership = ownership;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Confirms what is calculated, or puts something in its place until an end or the next decision. */
    @Transactional
    public Decision decide(
            Viewer viewer,
            ServiceName service,
            @Nullable Overriding overriding,
            String reason,
            @Nullable Instant until) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var view = known(service, now);
        ownership.demand(viewer, service);
        var decision = decision(view, service, viewer.by(), overriding, reason, until, now);
        var before = store.latest(service, now).filter(it -> it.overridesAt(now));
        store.add(decision);
        ledger.record(
                viewer.by(),
                overriding == null ? "selection-confirmed" : "selection-overridden",
                "service/" + service,
                before.map(LedgerEntry::of).orElse(null),
                LedgerEntry.of(decision));
        return decision;
    }

    /** What was decided last of each service, confirmed or overridden, whether or not it still stands; one query. */
    public Map<ServiceName, Decision> latest(Instant at) {
        return store.latest(at);
    }

    /** The latest first. */
    public List<Decision> of(ServiceName service, @Nullable UUID before, int most) {
        known(service, clock.instant());
        return store.of(service, before, most);
    }

    private CatalogueView known(ServiceName service, Instant now) {
        var view = documents.at(now);
        if (view.service(service).isEmpty()) {
            throw new NotFound("There is no service " + service);
        }
        return view;
    }

    private Decision decision(
            CatalogueView view,
            ServiceName service,
            String by,
            @Nullable Overriding overriding,
            String reason,
            @Nullable Instant until,
            Instant now) {
        var policy = policies.in(view);
        var subject = selection.subject(view, service);
        var calculated = Selector.select(policy.terms(), subject.assessment(), subject.kind(), now);
        refuse(overriding, calculated, until, now);
        var assessment = subject.assessment();
        return new Decision(
                UUID.randomUUID(),
                service,
                now,
                by,
                new Decision.Inputs(assessment.exposure(), assessment.demand(), subject.kind()),
                policy.version(),
                calculated.orElse(null),
                overriding,
                reason,
                until);
    }

    private static void refuse(
            @Nullable Overriding overriding, Optional<Outcome> calculated, @Nullable Instant until, Instant now) {
        var faults = new ArrayList<Fault>();
        if (until != null && !until.isAfter(now)) {
            faults.add(Fault.at("until", "OUT_OF_RANGE", until + " is not in the future"));
        }
        if (overriding != null && overriding.outOfHours() == OnCallLevel.OPERATIONS) {
            var model = overriding.operatingModel() == null
                    ? calculated.map(Outcome::operatingModel).orElse(null)
                    : overriding.operatingModel();
            if (model != OperatingModel.OPS) {
                faults.add(Fault.at("outOfHours", "STATE", "Operations cover only what is Ops Run It"));
            }
        }
        if (!faults.isEmpty()) {
            throw new Unprocessable(faults);
        }
    }

    /** What the ledger keeps of a decision. */
    private record LedgerEntry(
            @Nullable String operatingModel,
            @Nullable String level,
            @Nullable String outOfHours,
            String reason,
            @Nullable String until) {

        static LedgerEntry of(Decision decision) {
            var overriding = decision.overriding();
            var model = overriding == null ? null : overriding.operatingModel();
            var level = overriding == null ? null : overriding.level();
            var outOfHours = overriding == null ? null : overriding.outOfHours();
            return new LedgerEntry(
                    model == null ? null : model.word(),
                    level == null ? null : level.toString(),
                    outOfHours == null ? null : outOfHours.word(),
                    decision.reason(),
                    decision.until() == null ? null : decision.until().toString());
        }
    }
}
