package dev.holdfast.remuneration;

import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.incidents.Responses.Response;
import dev.holdfast.oncall.Watch;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.quantities.Period;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From work in incidents to lines, and to what nobody pays. A callout counts in the month in which it ends. */
final class CalloutLines {

    private final Settings settings;
    private final OutOfHours outOfHours;
    private final Map<ServiceName, List<Answering>> services;
    private final Map<String, List<Watch>> watches;
    private final ZoneId months;
    private final int digits;

    CalloutLines(Settings settings, OutOfHours outOfHours, List<Answering> services, List<Watch> watches, ZoneId months, int digits) {
        this.settings = settings;
        this.outOfHours = outOfHours;
        this.services = services.stream().collect(Collectors.groupingBy(each -> each.service().name()));
        this.watches = watches.stream().collect(Collectors.groupingBy(watch -> watch.person().value()));
        this.months = months;
        this.digits = digits;
    }

    record Found(List<Owed> owed, List<Unpaid> unpaid) {}

    /** Of work that is over. */
    Found of(List<Response> responses) {
        var worked = responses.stream()
                .filter(response -> response.to() != null && response.from().isBefore(response.to()))
                .map(response -> new Callouts.Worked(response, outOfHours(response)))
                .toList();
        var owed = new ArrayList<Owed>();
        var unpaid = new ArrayList<Unpaid>();
        Callouts.of(worked).forEach(callout -> add(callout, owed, unpaid));
        return new Found(owed, unpaid);
    }

    private void add(Callouts.Paid found, List<Owed> owed, List<Unpaid> unpaid) {
        var first = found.responses().getFirst();
        var declared = settings.declaredAt(found.from());
        var month = YearMonth.from(found.to().atZone(months));
        var onStandby = wasOnStandby(found);
        var team = teamOf(first);
        var callout = Optional.ofNullable(declared.prices()).flatMap(prices -> prices.callout(team, found.person().value()));
        if (callout.isEmpty()) {
            if (!onStandby) {
                var hours = Pay.hours(found.worked()).setScale(Line.HOURS, RoundingMode.HALF_UP);
                unpaid.add(new Unpaid(found.person(), month, first.incident(), found.from(), found.to(), hours));
            }
            return;
        }
        var paid = found.as(Callouts.counted(found.worked(), callout.get().pays()), onStandby);
        owed.add(new Owed(found.person(), month, false, line(paid, callout.get(), declared.share(bearer(first), covers(first)), declared)));
    }

    private Line line(Callouts.Paid paid, Remuneration.Chosen<Remuneration.Callout> callout, Share share, Declared declared) {
        var first = paid.responses().getFirst();
        var calendar = declared.view().calendarOf(owner(first));
        var rate = callout.pays().rate();
        var hours = Pay.hours(paid.counted());
        return new Line(
                Fingerprint.of(paid.person(), Line.Kind.CALLOUT, first.incident(), paid.from()), Line.Kind.CALLOUT, paid.from(), paid.to(),
                hours.setScale(Line.HOURS, RoundingMode.HALF_UP), DayClass.of(LocalDate.ofInstant(paid.from(), calendar.zone()), calendar.holidays()),
                rate, rate.amount().multiply(hours).setScale(digits, RoundingMode.HALF_UP), null, first.incident(), share.bearer(),
                share.budgetLine(), share.holder(), share.covers(), null, null, () -> Reasons.callout(paid, callout, share));
    }

    private List<Period> outOfHours(Response response) {
        var calendar = settings.declaredAt(response.from()).view().calendarOf(owner(response));
        return outOfHours.between(calendar, response.from(), response.to() == null ? response.from() : response.to());
    }

    /** A domain's at level domain, of operations the team that they worked for, else the service itself. */
    private Bearer bearer(Response response) {
        var service = service(response);
        var domain = service.map(it -> it.service().domain()).orElse(null);
        var level = service.map(Answering::level).orElse(OnCallLevel.NONE);
        if (level == OnCallLevel.DOMAIN && domain != null) return new Bearer(Bearer.Kind.DOMAIN, domain.value());
        var team = teamOf(response);
        return level == OnCallLevel.OPERATIONS && team != null
                ? new Bearer(Bearer.Kind.TEAM, team)
                : new Bearer(Bearer.Kind.SERVICE, response.service().value());
    }

    private List<String> covers(Response response) {
        return bearer(response).kind() == Bearer.Kind.DOMAIN ? List.of(response.service().value()) : List.of();
    }

    /** The team for which somebody answered: of operations the tier to which they belong, else the owner. */
    private @Nullable String teamOf(Response response) {
        var service = service(response);
        if (service.filter(it -> it.level() == OnCallLevel.OPERATIONS).isPresent()) {
            var declared = settings.declaredAt(response.from());
            var tiers = service.get().service().support().entrySet().stream()
                    .sorted(Map.Entry.<Tier, TeamName>comparingByKey())
                    .map(Map.Entry::getValue)
                    .toList();
            var member = declared.view().teamsOf(response.person()).stream()
                    .map(Team::name)
                    .sorted(Comparator.comparing((TeamName name) -> tiers.contains(name) ? tiers.indexOf(name) : tiers.size())
                            .thenComparing(TeamName::value))
                    .findFirst();
            if (member.isPresent()) return member.get().value();
        }
        var owner = owner(response);
        return owner == null ? null : owner.value();
    }

    private @Nullable TeamName owner(Response response) {
        return service(response).map(Answering::service).map(Service::owner).orElse(null);
    }

    private Optional<Answering> service(Response response) {
        return services.getOrDefault(response.service(), List.of()).stream().filter(each -> each.contains(response.from())).findFirst();
    }

    private boolean wasOnStandby(Callouts.Paid found) {
        return watches.getOrDefault(found.person().value(), List.of()).stream()
                .anyMatch(watch -> found.outOfHours().stream().anyMatch(period -> new Period(watch.from(), watch.to()).overlaps(period)));
    }
}
