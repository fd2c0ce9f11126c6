package dev.holdfast.portal.web.costs;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.quantities.Because;
import java.util.List;
import java.util.Map;

/** The page of what standby costs, filled and refused. */
public final class SomeCosts {

    private static final List<Because> WHY = List.of(Because.of("BY_LEVEL", "4 at team level and 3 at domain level in 1 domains are 5 schedules; 3 are at none."));

    private SomeCosts() {}

    public static CostsPage page() {
        var chart = new CostsChart(
                "Standby a week for 1 to 50 teams",
                List.of(
                        new CostsChart.Line("M0 100L2 98L100 7", "every", "every team", "7.407%"),
                        new CostsChart.Line("M0 100L2 98L100 53", "level", "by level", "53.704%"),
                        new CostsChart.Line("M0 100L2 98L100 98", "ops", "operations", "98.148%")),
                List.of(new CostsChart.Mark("7.407%", "$50,000", ""), new CostsChart.Mark("53.704%", "$25,000", "")),
                List.of(new CostsChart.Mark("50%", "25", "mid"), new CostsChart.Mark("100%", "50", "end")));
        return new CostsPage(
                "50 teams cost $25,000 a week by level, not $50,000", "One person’s week of standby is $1,000, in operations $1,000.", asked(), FormFaults.NONE, chart,
                List.of(
                        new CostsPage.Row("10", "$10,000", "$5,000", "4 teams, 1 domain", "$1,000", WHY),
                        new CostsPage.Row("50", "$50,000", "$25,000", "20 teams, 5 domains", "$1,000", WHY)),
                new CostsPage.Organisation(
                        "9 teams with live services of their own.", List.of(Figure.of("By level, as it is", "$4,000", "a week", "2 teams and 2 domains").because(WHY)),
                        "bedroom", List.of("bedroom", "sofas"), List.of(new Choice("none", "nobody", true), new Choice("team", "its own team", false)), FormFaults.NONE,
                        new CostsPage.Effect("With nobody called out of hours for bedroom, standby costs $3,000 a week, $1,000 less.", "safe", WHY)),
                "/costs.csv");
    }

    public static CostsPage refused() {
        return new CostsPage(
                "What standby costs", "A week of standby, for any number of teams.", asked(), FormFaults.of("rate", "“ten” is not an amount.", Map.of()), null, List.of(), null, "");
    }

    private static CostsPage.Asked asked() {
        return new CostsPage.Asked("1, 10, 50", "4", "3", "3", "3", "1000", "1000", "USD");
    }
}
