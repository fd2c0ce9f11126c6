package dev.holdfast.insurance;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.StandbyWeek;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What standby would cost (X2): of any number of teams, and of the organisation with its services at other levels. */
@org.springframework.stereotype.Service
public class Simulator {

    private final Documents documents;
    private final Selection selection;
    private final Policies policies;
    private final Clock clock;

    Simulator(Documents documents, Selection selection, Policies policies, Clock clock) {
        this.documents = documents;
        this.selection = selection;
        this.policies = policies;
        this.clock = clock;
    }

    /** One cost for each number of teams, in the order asked; refused with the place of each fault. */
    public List<StandbyCost> of(Question question) {
        var numbers = question.numbers();
        return of(numbers, assumptions(question));
    }

    public List<StandbyCost> of(List<Integer> teams, Assumptions assumed) {
        return teams.stream().map(number -> StandbyCost.of(number, assumed)).toList();
    }

    /** With the price list's rates in the place of those that are left out. */
    public Assumptions assumptions(Question question) {
        return question.assumptions(documents.holding(() -> usual(documents.at(clock.instant()))));
    }

    private Question.Usual usual(CatalogueView view) {
        var week = selection.standbyWeek(view);
        return new Question.Usual(policies.in(view).currency(), week.map(it -> it.ofPersonIn(null)), week.map(it -> operations(view, it)));
    }

    /**
     * The organisation as it is and with these services moved; refused, with the place of each fault, where a service is
     * not there, is not live or is run by operations, or where there is no price list.
     */
    public OrganisationCost organisation(List<Move> moves) {
        return documents.holding(() -> organisation(documents.at(clock.instant()), moves));
    }

    private OrganisationCost organisation(CatalogueView view, List<Move> moves) {
        var week = selection.standbyWeek(view)
                .orElseThrow(() -> Unprocessable.of("organisation", "REQUIRED", "There is no price list: the policy's remuneration says what standby costs."));
        var selected = selection.all(view, view.at());
        refuseWhatCannotMove(view, selected, moves);
        var levels = new HashMap<ServiceName, OnCallLevel>();
        selected.forEach((service, its) -> levels.put(service, its.onCall().outOfHours()));
        var moved = new TreeMap<ServiceName, Moved>();
        moves.forEach(move -> moved.put(
                move.service(), new Moved(move.service(), Objects.requireNonNull(levels.get(move.service())), move.level())));
        var now = cost(view, week, selected, levels);
        moved.values().forEach(each -> levels.put(each.service(), each.to()));
        var then = cost(view, week, selected, levels);
        return new OrganisationCost(now, then, List.copyOf(moved.values()));
    }

    private static void refuseWhatCannotMove(CatalogueView view, Map<ServiceName, Selected> selected, List<Move> moves) {
        var faults = new ArrayList<Fault>();
        for (var index = 0; index < moves.size(); index++) {
            var name = moves.get(index).service();
            var path = "move[" + index + "]";
            var service = view.service(name).orElse(null);
            if (service == null) {
                faults.add(Fault.at(path + ".service", "UNKNOWN_REFERENCE", "There is no service " + name + "."));
            } else if (!service.isLive()) {
                faults.add(Fault.at(path + ".service", "STATE", name + " is not live: nobody is on standby for it."));
            } else if (Objects.requireNonNull(selected.get(name)).isOpsRunIt()) {
                faults.add(Fault.at(path + ".service", "STATE", name + " is run by operations: their standby is no service's."));
            }
            if (moves.get(index).level() == OnCallLevel.OPERATIONS) {
                faults.add(Fault.at(path + ".level", "UNKNOWN_VALUE", "A service moves to none, domain or team, never to operations."));
            } else if (moves.get(index).level() == OnCallLevel.DOMAIN && service != null && service.domain() == null) {
                faults.add(Fault.at(path + ".level", "STATE", name + " is in no domain, so none can cover it."));
            }
        }
        if (!faults.isEmpty()) throw new Unprocessable(faults);
    }

    private StandbyCost cost(CatalogueView view, StandbyWeek week, Map<ServiceName, Selected> selected, Map<ServiceName, OnCallLevel> levels) {
        var currency = policies.in(view).currency();
        var teams = new HashSet<TeamName>();
        var atTeam = new HashSet<TeamName>();
        var domains = new HashSet<>();
        for (var service : view.services()) {
            if (!isBuiltAndRun(service, selected)) continue;
            var owner = Objects.requireNonNull(service.owner());
            teams.add(owner);
            var level = levels.get(service.name());
            if (level == OnCallLevel.TEAM) atTeam.add(owner);
            if (level == OnCallLevel.DOMAIN && service.domain() != null) domains.add(service.domain());
        }
        var everyTeam = teams.stream().map(week::ofPersonIn).reduce(Money.zero(currency), Money::plus);
        var byLevel = week.byLevel(levels).values().stream().reduce(Money.zero(currency), Money::plus);
        var ops = operations(view, week);
        return new StandbyCost(
                teams.size(), atTeam.size(), domains.size(), everyTeam, byLevel, ops,
                List.of(
                        new Because(
                                "EVERY_TEAM", "%d teams own live services of You Build It You Run It: a schedule each is %s.".formatted(teams.size(), everyTeam.forPeople()),
                                Map.of("teams", teams.size())),
                        new Because(
                                "BY_LEVEL", "%d teams have services at team level, %d domains have services at domain level: %s.".formatted(
                                        atTeam.size(), domains.size(), byLevel.forPeople()),
                                Map.of("team", atTeam.size(), "domains", domains.size())),
                        new Because("OPS_RUN_IT", "One person of operations for all is %s.".formatted(ops.forPeople()), Map.of("rate", ops))));
    }

    private static boolean isBuiltAndRun(Service service, Map<ServiceName, Selected> selected) {
        var its = selected.get(service.name());
        return service.isLive() && service.owner() != null && its != null && its.operatingModel() != OperatingModel.OPS;
    }

    private static Money operations(CatalogueView view, StandbyWeek week) {
        return week.ofPersonIn(view.teams(TeamKind.OPERATIONS_BRIDGE).stream().map(Team::name).sorted().findFirst().orElse(null));
    }
}
