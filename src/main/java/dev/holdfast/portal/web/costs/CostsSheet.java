package dev.holdfast.portal.web.costs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Csv;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.insurance.Assumptions;
import dev.holdfast.insurance.Move;
import dev.holdfast.insurance.OrganisationCost;
import dev.holdfast.insurance.Simulator;
import dev.holdfast.insurance.StandbyCost;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the page that says what standby would cost. */
@Component
class CostsSheet {

    private static final int LISTED = 300;

    private final Simulator simulator;
    private final Documents documents;
    private final Policies policies;

    CostsSheet(Simulator simulator, Documents documents, Policies policies) {
        this.simulator = simulator;
        this.documents = documents;
        this.policies = policies;
    }

    CostsPage page(Map<String, String> asked, ReaderTime time) {
        var form = new CostsForm(asked);
        var currency = policies.at(time.now()).currency().getCurrencyCode();
        var organisation = organisation(form, time).orElse(null);
        try {
            var question = form.question();
            var assumed = simulator.assumptions(question);
            var costs = simulator.of(question);
            var most = costs.stream().mapToInt(StandbyCost::teams).max().orElseThrow();
            var chart = CostsChart.of(simulator.of(CostsChart.numbers(most), assumed));
            return new CostsPage(
                    heading(costs), lede(assumed), shown(form, Optional.of(assumed), currency), FormFaults.NONE, chart,
                    costs.stream().map(CostsSheet::row).toList(), organisation, csv(form));
        } catch (Unprocessable refused) {
            return new CostsPage(
                    "What standby costs", "A week of standby, for any number of teams.", shown(form, Optional.empty(), currency),
                    FormFaults.of(refused, Map.of()), null, List.of(), organisation, "");
        }
    }

    Csv csv(Map<String, String> asked) {
        var csv = new Csv("teams", "teamSchedules", "domainSchedules", "everyTeam", "byLevel", "opsRunIt", "currency");
        simulator.of(new CostsForm(asked).question()).forEach(cost -> csv.row(List.of(
                Integer.toString(cost.teams()), Integer.toString(cost.teamSchedules()), Integer.toString(cost.domainSchedules()),
                plain(cost.everyTeam()), plain(cost.byLevel()), plain(cost.opsRunIt()), cost.everyTeam().currency().getCurrencyCode())));
        return csv;
    }

    private static String csv(CostsForm form) {
        return Stream.of("teams", "team", "domain", "none", "perDomain", "rate", "operationsRate")
                .filter(field -> !form.text(field, "").isEmpty())
                .map(field -> field + "=" + URLEncoder.encode(form.text(field, ""), UTF_8))
                .reduce((one, two) -> one + "&" + two)
                .map(query -> "/costs.csv?" + query)
                .orElse("/costs.csv");
    }

    private static String heading(List<StandbyCost> costs) {
        var most = costs.stream().max(Comparator.comparing(StandbyCost::teams)).orElseThrow();
        return most.byLevel().compareTo(most.everyTeam()) < 0
                ? "%s cost %s a week by level, not %s".formatted(
                        Figures.count(most.teams(), "team"), Figures.money(most.byLevel()), Figures.money(most.everyTeam()))
                : "%s cost %s a week, whatever decides".formatted(Figures.count(most.teams(), "team"), Figures.money(most.everyTeam()));
    }

    private static String lede(Assumptions assumed) {
        return "One person’s week of standby is %s, in operations %s. Where every team has a schedule of its own, the cost grows with each team; where the level decides, few do, siblings share their domain’s, and some wait until morning."
                .formatted(Figures.money(assumed.rate()), Figures.money(assumed.operationsRate()));
    }

    private static CostsPage.Asked shown(CostsForm form, Optional<Assumptions> assumed, String currency) {
        return new CostsPage.Asked(
                form.teams(), form.text("team", "4"), form.text("domain", "3"), form.text("none", "3"), form.perDomain(),
                form.text("rate", assumed.map(it -> plain(it.rate())).orElse("")),
                form.text("operationsRate", assumed.map(it -> plain(it.operationsRate())).orElse("")), currency);
    }

    private static CostsPage.Row row(StandbyCost cost) {
        var schedules = cost.domainSchedules() == 0
                ? Figures.count(cost.teamSchedules(), "team")
                : Figures.count(cost.teamSchedules(), "team") + ", " + Figures.count(cost.domainSchedules(), "domain");
        return new CostsPage.Row(
                Figures.count(cost.teams()), Figures.money(cost.everyTeam()), Figures.money(cost.byLevel()), schedules, Figures.money(cost.opsRunIt()), cost.explain());
    }

    /** Nothing without a price list: there is no cost to speak of. */
    private Optional<CostsPage.Organisation> organisation(CostsForm form, ReaderTime time) {
        if (policies.at(time.now()).remuneration() == null) return Optional.empty();
        var service = form.text("service", "");
        var level = form.text("level", "");
        try {
            var asked = service.isEmpty() ? List.<Move>of() : List.of(new Move(new ServiceName(service), level(level)));
            return Optional.of(organisation(form, simulator.organisation(asked), FormFaults.NONE, time));
        } catch (Unprocessable refused) {
            var faults = refused.faults().stream().map(fault -> new FormFaults.Entry(fault.path().endsWith("level") ? "level" : "service", fault.message())).toList();
            return Optional.of(organisation(form, simulator.organisation(List.of()), new FormFaults(faults, Map.of()), time));
        }
    }

    private static OnCallLevel level(String word) {
        return Stream.of(OnCallLevel.NONE, OnCallLevel.DOMAIN, OnCallLevel.TEAM)
                .filter(level -> level.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Unprocessable.of("level", "UNKNOWN_VALUE", "Choose who would be called."));
    }

    private CostsPage.Organisation organisation(CostsForm form, OrganisationCost cost, FormFaults faults, ReaderTime time) {
        var now = cost.now();
        var live = documents.at(time.now()).services().stream().filter(Service::isLive).map(it -> it.name().value()).sorted().toList();
        var lede = now.teams() == 0
                ? "No live service is run by its own team yet."
                : "%s with live services of their own.".formatted(Figures.count(now.teams(), "team"));
        return new CostsPage.Organisation(
                lede, figures(now), form.text("service", ""), live.size() > LISTED ? List.of() : live, choices(form), faults,
                cost.moved().isEmpty() ? null : effect(cost));
    }

    private static List<Figure> figures(StandbyCost now) {
        return List.of(
                Figure.of("A schedule each", Figures.money(now.everyTeam()), "a week", Figures.count(now.teams(), "team")),
                Figure.of("By level, as it is", Figures.money(now.byLevel()), "a week",
                                Figures.count(now.teamSchedules(), "team") + " and " + Figures.count(now.domainSchedules(), "domain"))
                        .because(now.explain()),
                Figure.of("Run by operations", Figures.money(now.opsRunIt()), "a week", "one person for all; other costs are not in it"));
    }

    private static List<Choice> choices(CostsForm form) {
        var chosen = form.text("level", OnCallLevel.TEAM.word());
        return Stream.of(OnCallLevel.NONE, OnCallLevel.DOMAIN, OnCallLevel.TEAM)
                .map(level -> new Choice(level.word(), called(level), level.word().equals(chosen)))
                .toList();
    }

    private static CostsPage.Effect effect(OrganisationCost cost) {
        var moved = cost.moved().getFirst();
        var difference = cost.then().byLevel().minus(cost.now().byLevel());
        var what = "With %s called out of hours for %s, standby costs %s a week".formatted(
                called(moved.to()), moved.service(), Figures.money(cost.then().byLevel()));
        if (difference.isZero()) return new CostsPage.Effect(what + ", as now.", "", cost.then().explain());
        return difference.isNegative()
                ? new CostsPage.Effect(what + ", " + Figures.money(difference.times(BigDecimal.ONE.negate())) + " less.", "safe", cost.then().explain())
                : new CostsPage.Effect(what + ", " + Figures.money(difference) + " more.", "loss", cost.then().explain());
    }

    private static String called(OnCallLevel level) {
        return switch (level) {
            case NONE -> "nobody";
            case DOMAIN -> "its domain";
            case TEAM -> "its own team";
            case OPERATIONS -> "operations";
        };
    }

    private static String plain(Money money) {
        return money.rounded().amount().stripTrailingZeros().toPlainString();
    }
}
