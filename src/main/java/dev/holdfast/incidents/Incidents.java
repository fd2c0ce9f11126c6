package dev.holdfast.incidents;

import dev.holdfast.alerts.Alert;
import dev.holdfast.alerts.Alerts;
import dev.holdfast.alerts.Signal;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.http.Contended;
import dev.holdfast.http.Fault;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.SharedWork;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.paging.NextCall;
import dev.holdfast.paging.Upcoming;
import jakarta.annotation.PreDestroy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The door of incidents: for alerts, for people who respond, and for whoever looks. Each act is one transaction. */
@Service
public class Incidents {

    private static final int WORKERS = 2;
    private static final int MOST_IN_A_BATCH = 1_000;

    /** Acts that change what belongs to an incident, and not its row. */
    private static final Set<String> BESIDE_THE_ROW = Set.of("note", "set-impact", "state-loss", "join", "leave", "hand-over");

    private final IncidentStore store;
    private final IncidentSearch search;
    private final Intake intake;
    private final Lifecycle lifecycle;
    private final Command command;
    private final HandingOver handingOver;
    private final Declarations declarations;
    private final Pictures pictures;
    private final Timeline timeline;
    private final Alerts alerts;
    private final Upcoming upcoming;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SharedWork<List<Signal>, List<Signal>> queue;

    Incidents(
            IncidentStore store,
            IncidentSearch search,
            Intake intake,
            Lifecycle lifecycle,
            Command command,
            HandingOver handingOver,
            Declarations declarations,
            Pictures pictures,
            Timeline timeline,
            Alerts alerts,
            Upcoming upcoming,
            Ledger ledger,
            TransactionTemplate transaction,
            Clock clock) {
        this.store = store;
        this.search = search;
        this.intake = intake;
        this.lifecycle = lifecycle;
        this.command = command;
        this.handingOver = handingOver;
        this.declarations = declarations;
        this.pictures = pictures;
        this.timeline = timeline;
        this.alerts = alerts;
        this.upcoming = upcoming;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
        var shape = new SharedWork.Shape<List<Signal>>("intake", WORKERS, MOST_IN_A_BATCH, signals -> signals.getFirst().key().integration(), List::size);
        this.queue = new SharedWork<>(shape, this::takeTogether);
    }

    /** Records what was said, joins or makes incidents and has people called; returns when all of it is committed. */
    public void take(List<Signal> signals) {
        if (!signals.isEmpty()) queue.take(signals);
    }

    private List<List<Signal>> takeTogether(List<List<Signal>> requests) {
        transaction.executeWithoutResult(status -> intake.take(requests.stream().flatMap(List::stream).toList(), clock.instant()));
        return requests;
    }

    public void acknowledge(IncidentId id, Actor actor, @Nullable String note) {
        acting(id, actor, "acknowledge", now -> lifecycle.acknowledge(id, actor, note, now));
    }

    public void unacknowledge(IncidentId id, Actor actor, @Nullable String note) {
        acting(id, actor, "unacknowledge", now -> lifecycle.unacknowledge(id, actor, note, now));
    }

    public void note(IncidentId id, Actor actor, String text) {
        acting(id, actor, "note", now -> {
            lifecycle.lock(id);
            lifecycle.note(id, actor, text, now);
        });
    }

    /** @param at when the share began to be lost; not before the incident started, not in the future */
    public void impact(
            IncidentId id, Actor actor, @Nullable ServiceName service, BigDecimal impact, @Nullable Instant at, @Nullable String note) {
        acting(id, actor, "set-impact", now -> {
            var incident = lifecycle.lock(id);
            command.impact(id, actor, service == null ? incident.service() : service, impact, within(incident, at, now), note, now);
        });
    }

    public void loss(IncidentId id, Actor actor, BigDecimal amount, @Nullable Instant at, String note) {
        acting(id, actor, "state-loss", now -> command.loss(id, actor, amount, within(lifecycle.lock(id), at, now), note, now));
    }

    public void major(IncidentId id, Actor actor, String reason) {
        acting(id, actor, "make-major", now -> command.major(id, actor, reason, Incident.TypeBy.PERSON, now));
    }

    public void minor(IncidentId id, Actor actor, String reason) {
        acting(id, actor, "make-minor", now -> command.minor(id, actor, reason, now));
    }

    public void security(IncidentId id, Actor actor, boolean affectsUsers) {
        acting(id, actor, "mark-security", now -> command.security(id, actor, affectsUsers, now));
    }

    public void commander(IncidentId id, Actor actor, PersonName person) {
        acting(id, actor, "command", now -> command.commander(id, actor, person, now));
    }

    public void join(IncidentId id, Actor actor, PersonName person) {
        acting(id, actor, "join", now -> command.join(id, actor, person, now));
    }

    public void leave(IncidentId id, Actor actor, PersonName person) {
        acting(id, actor, "leave", now -> command.leave(id, actor, person, now));
    }

    public void reassign(IncidentId id, Actor actor, ServiceName service, String reason) {
        acting(id, actor, "reassign", now -> command.reassign(id, actor, service, reason, now));
    }

    /** To another tier of operations, whose people are called now. */
    public void handOver(IncidentId id, Actor actor, Tier tier, String note) {
        acting(id, actor, "hand-over", now -> handingOver.to(id, actor, tier, note, now));
    }

    /** Calls the next now; where nobody is being called any more, nothing happens and nothing is recorded. */
    public void escalate(IncidentId id, Actor actor) {
        retrying(now -> {
            if (command.escalate(id, now)) {
                ledger.record(actor.by(), "escalate", "incident/" + id, null, store.find(id).map(Recorded::of).orElse(null));
            }
        });
    }

    public void resolve(IncidentId id, Actor actor, @Nullable String note) {
        acting(id, actor, "resolve", now -> lifecycle.resolve(id, actor, note, now));
    }

    public void reopen(IncidentId id, Actor actor, String reason) {
        acting(id, actor, "reopen", now -> lifecycle.reopen(id, actor, reason, now));
    }

    public IncidentId declare(Declared declared, Actor actor) {
        return transaction.execute(status -> declarations.declare(declared, actor, clock.instant()));
    }

    /** The open incidents that these services answer or that affect them, the newest first. */
    public List<Picture> open(Collection<ServiceName> services, int most) {
        return services.isEmpty() ? List.of() : list(IncidentFilter.open().of(Set.copyOf(names(services))), null, most);
    }

    /** Those of these services that ended since an instant, the newest first. */
    public List<Picture> ended(Collection<ServiceName> services, Instant since, int most) {
        return services.isEmpty() ? List.of() : pictures.of(store.endedFor(names(services), since, most), clock.instant());
    }

    private static List<String> names(Collection<ServiceName> services) {
        return services.stream().map(ServiceName::value).distinct().toList();
    }

    /** By its id or its number for people, {@code INC-482}. */
    public Incident find(String reference) {
        return lookUp(reference).orElseThrow(() -> new NotFound("There is no incident " + reference + "."));
    }

    public Picture picture(String reference) {
        return pictures.of(List.of(find(reference)), clock.instant()).getFirst();
    }

    /** As they stand, the newest first, before a number. */
    public List<Picture> list(IncidentFilter filter, @Nullable Long beforeNumber, int most) {
        return pictures.of(search.newest(filter, beforeNumber, most), clock.instant());
    }

    /** As they stand, the latest start first, after a position. */
    public List<Picture> latest(IncidentFilter filter, @Nullable Position after, int most) {
        return pictures.of(search.latest(filter, after, most), clock.instant());
    }

    /** Only what their rows have, which for those that are over is all that they cost. */
    public List<Incident> rows(IncidentFilter filter, @Nullable Position after, int most) {
        return search.latest(filter, after, most);
    }

    public Totals totals(IncidentFilter filter) {
        return search.totals(filter);
    }

    public List<Alert> latestAlerts(IncidentId id, int most) {
        return alerts.latestOf(id.value(), most);
    }

    public List<Alert> alerts(IncidentId id, @Nullable UUID after, int most) {
        return alerts.pageOf(id.value(), after, most);
    }

    /** The numbers of the open incidents of each of these services, the latest first; with one query for all. */
    public Map<String, List<Long>> openOf(Collection<String> services) {
        return services.isEmpty() ? Map.of() : store.openNumbers(services);
    }

    /** Who is called next, and when; empty where nobody will be. */
    public Optional<NextCall> nextCall(Incident incident) {
        return incident.state() == State.TRIGGERED ? upcoming.of(Lifecycle.subject(incident.id())) : Optional.empty();
    }

    public List<TimelineEntry> timeline(IncidentId id) {
        return timeline.of(id);
    }

    /** What is left of what the target of a service tolerates a week; one query. */
    public Picture.ToleranceNow tolerance(ServiceName service, Duration perWeek) {
        return pictures.tolerance(service, perWeek, clock.instant());
    }

    /** The same of several, in two queries; those that have a target. */
    public Map<ServiceName, Picture.ToleranceNow> tolerances(Collection<ServiceName> services) {
        return services.isEmpty() ? Map.of() : pictures.tolerances(services, clock.instant());
    }

    private Optional<Incident> lookUp(String reference) {
        try {
            return reference.regionMatches(true, 0, "INC-", 0, 4)
                    ? store.find(Long.parseLong(reference.substring(4)))
                    : store.find(new IncidentId(UUID.fromString(reference)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instant within(Incident incident, @Nullable Instant at, Instant now) {
        if (at == null) {
            return now;
        }
        if (at.isBefore(incident.startedAt()) || at.isAfter(now)) {
            throw new Unprocessable(List.of(new Fault(
                    null, "at", "OUT_OF_RANGE", "%s is not between %s, when it started, and now.".formatted(at, incident.startedAt()))));
        }
        return at;
    }

    /** What a person or a program does is recorded beside what it changes. */
    private void acting(IncidentId id, Actor actor, String act, Consumer<Instant> does) {
        retrying(now -> {
            var before = store.find(id).map(Recorded::of).orElse(null);
            does.accept(now);
            var after = store.find(id).map(Recorded::of).orElse(null);
            if (!Objects.equals(before, after) || BESIDE_THE_ROW.contains(act)) {
                ledger.record(actor.by(), act, "incident/" + id, before, after);
            }
        });
    }

    /** What the ledger keeps of an incident. */
    private record Recorded(String number, State state, String service, String type, LossSize size, @Nullable String commander) {

        static Recorded of(Incident incident) {
            return new Recorded(
                    incident.reference(),
                    incident.state(),
                    incident.service().value(),
                    incident.type().word(),
                    incident.size(),
                    incident.commander());
        }
    }

    private void retrying(Consumer<Instant> act) {
        Contended.retrying(() -> {
            transaction.executeWithoutResult(status -> act.accept(clock.instant()));
            return act;
        });
    }

    @PreDestroy
    void stop() {
        queue.close();
    }
}
