package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.operatingmodel.Decision;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceSelection;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the decision who covers a service rests on. */
@Component
class Grounds {

    private final ScheduleBook book;
    private final Selection selection;
    private final SupportPart supports;

    Grounds(ScheduleBook book, Selection selection, SupportPart supports) {
        this.book = book;
        this.selection = selection;
        this.supports = supports;
    }

    Ground of(CatalogueView view, Service service, Instant at, Reached reached) {
        return through(service.name(), at, reached).at(view, service);
    }

    /** Of one service at any instant from that one on, from one load. */
    Through through(ServiceName service, Instant from, Reached reached) {
        var selected = Objects.requireNonNull(selection.from(List.of(service), from).get(service));
        return new Through(selected, book.overridden(from), reached);
    }

    /** Of several services, with their selections and overrides asked for at once. */
    Map<ServiceName, Ground> of(CatalogueView view, List<Service> services, Instant at, Reached reached) {
        var selected = selection.from(services.stream().map(Service::name).toList(), at);
        var asked = services.stream().map(service -> asked(view, service)).toList();
        var holders = asked.stream().flatMap(each -> each.holders().stream()).collect(Collectors.toSet());
        var held = book.rota(view, at, (name, schedule) -> holders.contains(schedule.holder())).byHolder();
        var grounds = new LinkedHashMap<ServiceName, Ground>();
        for (var each : asked) {
            var name = each.service().name();
            grounds.put(name, ground(
                    view, each.service(), each.support(), Rota.of(held, each.holders()), reached, Objects.requireNonNull(selected.get(name))::at));
        }
        reached.among(grounds.values().stream()
                .flatMap(ground -> Fallback.candidates(ground, at).stream())
                .toList());
        return grounds;
    }

    /** A service, who supports it, and whose schedules may answer for it. */
    private record Asked(Service service, Support support, Set<Holder> holders) {}

    private Asked asked(CatalogueView view, Service service) {
        var support = support(view, service);
        return new Asked(service, support, holders(service, teams(service, support)));
    }

    private Ground ground(
            CatalogueView view, Service service, Support support, Rota rota,
            Reached reached, Function<Instant, Selected> selected) {
        return new Ground(
                subject(view, service),
                support,
                instant -> levels(selected.apply(instant)),
                rota,
                chain(view, service.owner(), reached));
    }

    List<MadeOverride> made(CatalogueView view, Instant at) {
        return book.made(book.names(view, schedule -> true).toList(), at);
    }

    List<PersonName> onDuty(CatalogueView view, Instant at) {
        var rota = book.rota(view, at, (name, schedule) -> schedule.holder() instanceof Holder.OfDuty);
        return Fallback.onDuty(rota, view.calendar(), at);
    }

    private static Ground.Subject subject(CatalogueView view, Service service) {
        var owner = service.owner();
        var until = Earliest.of(
                ends(view.document("Service", service.name().value())),
                owner == null ? null : ends(view.document("Team", owner.value())));
        return new Ground.Subject(
                service.name(), service.lifecycle(), owner, service.domain(), calendar(view, owner), until);
    }

    private static Ground.Chain chain(CatalogueView view, @Nullable TeamName owner, Reached reached) {
        var team = owner == null ? Optional.<Team>empty() : view.team(owner);
        var administrators = view.administrators();
        return new Ground.Chain(
                team.map(Team::lead).orElse(null),
                team.map(Team::productManager).orElse(null),
                view.calendar(),
                administrators,
                reached);
    }

    /** L1 and L2 are the organisation's only team of that kind, and L3 the owner, where the service names no others. */
    private Support support(CatalogueView view, Service service) {
        var teams = new EnumMap<Tier, Support.Party>(Tier.class);
        for (var tier : Tier.values()) {
            var team = service.support().get(tier);
            var named = team == null ? usual(view, service, tier) : team;
            if (named != null) teams.put(tier, party(view, named));
        }
        var terms = view.part(supports, service.name().value()).orElse(SupportTerms.USUAL);
        var firstTurns = terms.firstTurns().stream()
                .map(turn -> new Support.FirstTurn(turn.why(), turn.during(), turn.team() == null ? null : party(view, turn.team())))
                .toList();
        return new Support(teams, terms.alertsTo(), firstTurns);
    }

    private static Support.Party party(CatalogueView view, TeamName team) {
        return new Support.Party(team, calendar(view, team));
    }

    private static @Nullable TeamName usual(CatalogueView view, Service service, Tier tier) {
        return switch (tier) {
            case L1 -> only(view, TeamKind.OPERATIONS_BRIDGE);
            case L2 -> only(view, TeamKind.APPLICATION_SUPPORT);
            case L3 -> service.owner();
        };
    }

    private static @Nullable TeamName only(CatalogueView view, TeamKind kind) {
        var teams = view.teams(kind);
        return teams.size() == 1 ? teams.getFirst().name() : null;
    }

    /** Whose schedules may answer for a service, and what they say, as long as nothing declared changes. */
    private record Answerable(Period stands, Asked asked, Rota rota) {}

    /** One service through time: what was decided of it and the overrides are asked for once. */
    final class Through {

        private final ServiceSelection selected;
        private final Overridden overridden;
        private final Reached reached;
        private @Nullable Answerable last;

        private Through(ServiceSelection selected, Overridden overridden, Reached reached) {
            this.selected = selected;
            this.overridden = overridden;
            this.reached = reached;
        }

        Ground at(CatalogueView view, Service service) {
            var answerable = answerable(view, service);
            return ground(view, service, answerable.asked().support(), answerable.rota(), reached, selected::at);
        }

        /** Whoever walks forward finds it once for all instants at which the same is declared. */
        private Answerable answerable(CatalogueView view, Service service) {
            if (last != null && last.stands().contains(view.at())) return last;
            var asked = asked(view, service);
            var rota = book.rota(view, overridden, (name, schedule) -> asked.holders().contains(schedule.holder()));
            last = new Answerable(new Period(view.at(), view.until()), asked, rota);
            return last;
        }

        /** Asks at once who can be reached of all that may be asked for from then on. */
        void foresee(CatalogueView view, Service service) {
            var ground = at(view, service);
            var duty = ground.rota().schedules().stream()
                    .filter(each -> each.holder() instanceof Holder.OfDuty)
                    .flatMap(each -> each.timeline().everybody(view.at()).stream());
            reached.among(Stream.concat(Fallback.candidates(ground, view.at()).stream(), duty).toList());
        }

        /** When something was decided of it. */
        Stream<Instant> decided() {
            return selected.decisions().stream().map(Decision::at);
        }

        /** Whose documents matter for it. */
        Edges.Concerned concerned(CatalogueView view, Service service) {
            var teams = teams(service, support(view, service));
            var holders = holders(service, teams);
            return new Edges.Concerned(teams.stream(), book.names(view, schedule -> holders.contains(schedule.holder())));
        }
    }

    /** Whose schedules may answer for it. */
    private static Set<Holder> holders(Service service, Set<TeamName> teams) {
        var holders = new HashSet<Holder>();
        holders.add(new Holder.OfDuty());
        if (service.domain() != null) holders.add(new Holder.OfDomain(service.domain()));
        for (var team : teams) {
            holders.add(new Holder.OfTeam(team, null));
            for (var tier : Tier.values()) holders.add(new Holder.OfTeam(team, tier));
        }
        return holders;
    }

    private static Set<TeamName> teams(Service service, Support support) {
        return Stream.concat(support.names(), Stream.ofNullable(service.owner())).collect(Collectors.toSet());
    }

    private static Levels levels(Selected selected) {
        var level = selected.level();
        return new Levels(
                selected.operatingModel(),
                level == null ? null : level.toString(),
                selected.onCall().workingHours(),
                selected.onCall().outOfHours(),
                selected.until());
    }

    private static WorkingCalendar calendar(CatalogueView view, @Nullable TeamName team) {
        return view.calendarOf(team);
    }

    private static @Nullable Instant ends(Optional<Document> document) {
        return document.map(Document::inForce).map(period -> period.to()).orElse(null);
    }
}
