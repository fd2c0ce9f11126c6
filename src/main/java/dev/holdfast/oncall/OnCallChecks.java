package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** What wants mending about who is on call. */
@org.springframework.stereotype.Service
public class OnCallChecks {

    private final Documents documents;
    private final ScheduleBook book;
    private final Selection selection;
    private final OnCallForecast forecast;
    private final Findings findings;
    private final ObjectProvider<BrokenNights> nights;

    OnCallChecks(
            Documents documents, ScheduleBook book, Selection selection, OnCallForecast forecast, Findings findings, ObjectProvider<BrokenNights> nights) {
        this.documents = documents;
        this.book = book;
        this.selection = selection;
        this.forecast = forecast;
        this.findings = findings;
        this.nights = nights;
    }

    /** Of the schedules of one team, or of one schedule; or of all, with what domains lack. */
    public List<Check> at(Instant now, @Nullable TeamName team, @Nullable String schedule) {
        return documents.holding(() -> {
            var view = documents.at(now);
            var checks = of(view, now, (name, its) -> (schedule == null || schedule.equals(name)) && (team == null || isOf(its, team)));
            return team == null && schedule == null
                    ? findings.dated(Stream.concat(checks.stream(), ofDomains(view, selection.all(view, now)).stream()).toList(), now)
                    : findings.dated(checks, now);
        });
    }

    /** Of the schedules of these names: two queries, however many there are. */
    public List<Check> of(Instant now, Set<String> names) {
        return documents.holding(() -> findings.dated(of(documents.at(now), now, (name, its) -> names.contains(name)), now));
    }

    /** When each of these schedules next has a gap that is a check, and nothing else of them; one query. */
    public Map<String, Instant> nextGaps(Instant now, Set<String> names) {
        return documents.holding(() -> {
            var view = documents.at(now);
            var gaps = new HashMap<String, Instant>();
            book.rota(view, now, (name, its) -> names.contains(name)).schedules().forEach(each -> ScheduleChecks
                    .nextGap(each, OnCallForecast.calendar(view, each), now)
                    .ifPresent(from -> gaps.put(each.name(), from)));
            return gaps;
        });
    }

    /** What domains lack whose services, as they are selected, rely on them; without a query. */
    public List<Check> ofDomains(CatalogueView view, Map<ServiceName, Selected> selected) {
        var covered = book.holders(view, (name, its) -> its.hours().fits(Hours.OUT_OF_HOURS) >= 0);
        return view.services().stream()
                .filter(Service::isLive)
                .filter(service -> Objects.requireNonNull(selected.get(service.name())).onCall().outOfHours() == OnCallLevel.DOMAIN)
                .map(Service::domain)
                .filter(domain -> domain != null && !covered.contains(new Holder.OfDomain(domain)))
                .distinct()
                .sorted(Comparator.comparing(DomainName::value))
                .map(OnCallChecks::withoutSchedule)
                .toList();
    }

    /** Only the wanted ones are looked at; of those of the same holders only which of them count. */
    private List<Check> of(CatalogueView view, Instant now, BiPredicate<String, Schedule> wanted) {
        var holders = book.holders(view, wanted);
        var rota = book.rota(view, now, (name, schedule) -> holders.contains(schedule.holder()));
        var asked = rota.schedules().stream()
                .filter(each -> wanted.test(each.name(), each.schedule()))
                .sorted(Comparator.comparing(NamedSchedule::name))
                .toList();
        var used = rota.used();
        var broken = brokenNights(asked, now);
        var checks = new ArrayList<Check>();
        var began = now.minus(Checked.TWELVE_WEEKS);
        var end = now.plus(Checked.TWELVE_WEEKS);
        var histories = book.timelines(asked.stream().map(NamedSchedule::name).toList(), began);
        forecast.outlooks(view, asked, end).forEach(ahead -> {
            var past = Objects.requireNonNull(histories.get(ahead.schedule().name())).shifts(began, now);
            var checked = checked(view, ahead, now).after(past);
            Stream.of(ScheduleChecks.of(checked), Unfair.of(checked, broken)).flatMap(List::stream)
                    .map(check -> check.costing(ahead.stake().between(check.from() == null || check.from().isBefore(now) ? now : check.from(), check.to() == null ? end : check.to())))
                    .forEach(checks::add);
            checks.addAll(PeopleAhead.onLeave(ahead));
            checks.addAll(SeamsAhead.of(ahead));
            if (!used.contains(ahead.schedule().name())) checks.add(notUsed(checked));
        });
        return List.copyOf(checks);
    }

    private Map<PersonName, Integer> brokenNights(List<NamedSchedule> schedules, Instant now) {
        var port = nights.getIfAvailable();
        return port == null ? Map.of() : port.between(participants(schedules, now), now.minus(Checked.TWELVE_WEEKS), now);
    }

    static boolean isOf(Schedule schedule, TeamName team) {
        return schedule.holder() instanceof Holder.OfTeam(var holder, var tier) && holder.equals(team);
    }

    private static Set<PersonName> participants(List<NamedSchedule> schedules, Instant now) {
        return schedules.stream().flatMap(each -> each.schedule().roster().participants(now).stream()).collect(Collectors.toSet());
    }

    private static Checked checked(CatalogueView view, Outlook ahead, Instant now) {
        return Checked.of(ahead.schedule(), ahead.whose().team(), ahead.whose().calendar(), view::person, ahead.known().reachable(), now);
    }

    private static Check notUsed(Checked checked) {
        return checked.check(
                Check.Code.SCHEDULE_NOT_USED,
                List.of(),
                "Another schedule of the same holder and hours is used in its place.",
                "Mark it as primary, or end it.");
    }

    private static Check withoutSchedule(DomainName domain) {
        return new Check(
                Check.Code.NO_CONFIRMED_DOMAIN_SCHEDULE,
                null,
                null,
                List.of(),
                null,
                "Services of %s are covered by the domain out of hours, and it has no schedule.".formatted(domain),
                "Apply a schedule of the domain.",
                "/on-call");
    }
}
