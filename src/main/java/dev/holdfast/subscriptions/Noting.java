package dev.holdfast.subscriptions;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.Changes;
import dev.holdfast.changes.ReleasesRecorded;
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
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** Something that somebody may want to hear of, by the ledger's name of it. */
    private record Said(ServiceName service, Set<Told> told, String subject) {}

    @Override
    public void deployed(List<Release> releases) {
        note(releases.stream()
                .map(each -> new Said(each.deployment().service(), told(each), Audit.subject(each.deployment())))
                .filter(each -> !each.told().isEmpty())
                .toList());
    }

    @Override
    public void waits(Change change) {
        note(List.of(new Said(change.service(), Set.of(Told.WAITING), Changes.subject(change))));
    }

    private static Set<Told> told(Release release) {
        var told = EnumSet.noneOf(Told.class);
        if (release.deployment().isOver()) told.add(Told.DEPLOYMENTS);
        if (!release.approved()) told.add(Told.UNAPPROVED);
        return told;
    }

    private void note(List<Said> said) {
        if (said.isEmpty()) return;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var view = documents.at(now);
        var scopes = said.stream().map(Said::service).distinct().collect(Collectors.toMap(service -> service, service -> scopes(service, view)));
        var all = scopes.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        for (var hearing : subscriptions.hearing(all)) {
            var heard = said.stream()
                    .filter(each -> each.told().contains(hearing.told()) && scopes.getOrDefault(each.service(), Set.of()).contains(hearing.scope()))
                    .map(Said::subject)
                    .toList();
            if (!heard.isEmpty()) note(hearing, heard, view.calendar().zone(), now);
        }
    }

    private void note(SubscriptionStore.Hearing hearing, List<String> heard, ZoneId zone, Instant now) {
        var unheard = deliveries.unheard(hearing.id(), heard);
        if (unheard.isEmpty()) return;
        var fresh = TimeOrdered.id(now);
        var due = due(hearing.digestAt(), zone, now);
        var delivery = deliveries.gathering(hearing.id(), fresh, due);
        deliveries.note(hearing.id(), unheard, delivery, now);
        if (delivery.equals(fresh)) timers.schedule(new TaskInstance<Void>(PostingTask.NAME, delivery.toString()), due);
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
