package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.notification.Contacts;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What wants mending about who is on call. */
@Service
public class OnCallChecks {

    private final Documents documents;
    private final ScheduleBook book;
    private final Selection selection;
    private final Contacts contacts;

    OnCallChecks(Documents documents, ScheduleBook book, Selection selection, Contacts contacts) {
        this.documents = documents;
        this.book = book;
        this.selection = selection;
        this.contacts = contacts;
    }

    /** Of one team or schedule, or of all. */
    public List<Check> at(Instant now, @Nullable TeamName team, @Nullable String schedule) {
        return of(now, name -> schedule == null || schedule.equals(name)).stream()
                .filter(check -> team == null || team.equals(check.team()))
                .filter(check -> schedule == null || schedule.equals(check.schedule()))
                .toList();
    }

    /** Of the schedules of such names, with what a domain lacks; a constant number of queries. */
    public List<Check> of(Instant now, Predicate<String> wanted) {
        return documents.holding(() -> of(documents.at(now), now, wanted));
    }

    private List<Check> of(CatalogueView view, Instant now, Predicate<String> wanted) {
        var rota = book.rota(view, now, (name, each) -> true);
        var reachable = reachable(rota, now);
        var checks = new ArrayList<Check>();
        rota.schedules().stream()
                .filter(each -> wanted.test(each.name()))
                .sorted(Comparator.comparing(NamedSchedule::name))
                .forEach(each -> {
                    var checked = checked(view, each, reachable);
                    checks.addAll(ScheduleChecks.of(checked, now));
                    if (!rota.uses(each)) {
                        checks.add(notUsed(checked));
                    }
                });
        checks.addAll(withoutDomainSchedule(view, rota, now));
        return checks;
    }

    private Set<PersonName> reachable(Rota rota, Instant now) {
        return contacts.reachable(rota.schedules().stream()
                .flatMap(each -> each.schedule().roster().participants(now).stream())
                .collect(Collectors.toSet()));
    }

    private static Checked checked(CatalogueView view, NamedSchedule schedule, Set<PersonName> reachable) {
        var name = schedule.holder() instanceof Holder.OfTeam(var team, var tier) ? team : null;
        var team = name == null ? null : view.team(name).orElse(null);
        return new Checked(schedule, team, view.calendarOf(name), view::person, reachable::contains);
    }

    private static Check notUsed(Checked checked) {
        return checked.check(
                Check.Code.SCHEDULE_NOT_USED,
                List.of(),
                "Another schedule of the same holder and hours is used in its place.",
                "Mark it as primary, or end it.");
    }

    private List<Check> withoutDomainSchedule(CatalogueView view, Rota rota, Instant now) {
        var domains = new TreeSet<>(Comparator.comparing(DomainName::value));
        var selected = selection.all(view, now);
        for (var service : view.services()) {
            var domain = service.domain();
            if (domain != null
                    && service.isLive()
                    && rota.ofDomain(domain, Hours.OUT_OF_HOURS).isEmpty()
                    && Objects.requireNonNull(selected.get(service.name())).onCall().outOfHours() == OnCallLevel.DOMAIN) {
                domains.add(domain);
            }
        }
        return domains.stream().map(OnCallChecks::withoutSchedule).toList();
    }

    private static Check withoutSchedule(DomainName domain) {
        return new Check(
                Check.Code.NO_CONFIRMED_DOMAIN_SCHEDULE,
                null,
                null,
                List.of(),
                null,
                null,
                "Services of %s are covered by the domain out of hours, and it has no schedule.".formatted(domain),
                "Apply a schedule of the domain.");
    }
}
