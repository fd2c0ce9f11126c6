package dev.holdfast.subscriptions;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.Changes;
import dev.holdfast.changes.ReleasesRecorded;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.quantities.TimeOrdered;
import dev.holdfast.timers.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Notes what somebody wants to hear of, in the transaction that recorded it. */
@Component
class Noting implements ReleasesRecorded {

    /** At once means with what happens in the same seconds: a chat refuses more than one message a second. */
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private final SubscriptionStore subscriptions;
    private final NoticesStore deliveries;
    private final Timers timers;
    private final Documents documents;
    private final Clock clock;

    Noting(SubscriptionStore subscriptions, NoticesStore deliveries, Timers timers, Documents documents, Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.timers = timers;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public void deployed(Deployment deployment, boolean approved) {
        var told = EnumSet.noneOf(Told.class);
        if (deployment.isOver()) told.add(Told.DEPLOYMENTS);
        if (!approved) told.add(Told.UNAPPROVED);
        if (!told.isEmpty()) note(deployment.service(), told, Audit.subject(deployment));
    }

    @Override
    public void waits(Change change) {
        note(change.service(), Set.of(Told.WAITING), Changes.subject(change));
    }

    private void note(ServiceName service, Set<Told> told, String subject) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var view = documents.at(now);
        var zone = view.calendar().zone();
        for (var subscription : subscriptions.hearing(scopes(service, view), told)) {
            if (deliveries.isNoted(subscription.id(), subject)) continue;
            var fresh = TimeOrdered.id(now);
            var due = due(subscription.digestAt(), zone, now);
            var delivery = deliveries.gathering(subscription.id(), fresh, due);
            deliveries.note(subscription.id(), subject, delivery, now);
            if (delivery.equals(fresh)) timers.schedule(new TaskInstance<Void>(PostingTask.NAME, delivery.toString()), due);
        }
    }

    private static Set<String> scopes(ServiceName name, CatalogueView view) {
        var scopes = new HashSet<>(Set.of(Scopes.ORGANISATION, Scopes.SERVICE + name));
        view.service(name).ifPresent(service -> {
            if (service.domain() != null) scopes.add(Scopes.DOMAIN + service.domain());
            if (service.owner() != null) scopes.add(Scopes.TEAM + service.owner());
        });
        return scopes;
    }

    /** The next time that the clock there shows it. */
    static Instant due(@Nullable LocalTime digestAt, ZoneId zone, Instant now) {
        if (digestAt == null) return now.plus(AT_ONCE);
        var today = now.atZone(zone).toLocalDate();
        var due = ZonedDateTime.of(today, digestAt, zone).toInstant();
        return due.isAfter(now) ? due : ZonedDateTime.of(today.plusDays(1), digestAt, zone).toInstant();
    }
}
