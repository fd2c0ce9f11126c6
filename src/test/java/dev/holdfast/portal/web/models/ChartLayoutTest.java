package dev.holdfast.portal.web.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.operatingmodel.SomePolicies;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The playbook's chart with a handful of services and with thousands. */
class ChartLayoutTest {

    private static final Policy POLICY = SomePolicies.example();
    private static final Asked NOTHING = Asked.of(Map.of());

    @Test
    void aFewServicesStandByNameInTheCellOfTheirTargets() {
        var chart = chart(List.of(spot("checkout", "99.9", "Very High", 620_000), spot("brochures", "95.0", "Low", 2_000)));

        assertThat(chart.rows()).extracting(Chart.Row::level).containsExactly("99.99\u202f%", "99.9\u202f%", "99.0\u202f%", "95.0\u202f%");
        assertThat(chart.columns()).extracting(Chart.Column::every).containsExactly("monthly", "fortnightly", "weekly", "daily");
        var checkout = cell(chart, 1, 3);
        assertThat(checkout.look()).isEqualTo("ybyr");
        assertThat(checkout.dots()).singleElement().satisfies(dot -> assertThat(dot.words().name()).isEqualTo("checkout"));
        assertThat(cell(chart, 3, 0).look()).isEqualTo("ops");
        assertThat(radius(checkout.dots().getFirst())).isGreaterThan(radius(cell(chart, 3, 0).dots().getFirst()));
    }

    @Test
    void theHighestRowSaysThatNoBandAsksForIt() {
        var chart = chart(List.of(spot("checkout", "99.9", "Very High", 620_000)));

        assertThat(cell(chart, 0, 3).aside().words()).isEqualTo("no band asks for this yet");
        assertThat(chart.cells().stream().filter(cell -> cell.aside() != null)).hasSize(1);
    }

    @Test
    void aPeakIsARingWhereItTakesTheServiceTiedToWhereItIs() {
        var moves = new Spot.Moves(AvailabilityLevel.of("99.9"), 640_000, "27–30 Nov, $640K", "bedroom moves");
        var bedroom = new Spot("bedroom", AvailabilityLevel.of("99.0"), "Very High", "ybyr", 200_000, new Said("$200K", "", ""), false, true, moves);
        var chart = chart(List.of(bedroom, spot("checkout", "99.9", "Very High", 620_000), spot("sofas", "99.0", "Very High", 300_000)));

        assertThat(cell(chart, 1, 3).ghosts()).singleElement().satisfies(ghost -> assertThat(ghost.words().money()).isEqualTo("27–30 Nov, $640K"));
        assertThat(cell(chart, 2, 3).dots().getFirst().words().name()).as("who moves stands next to where it goes").isEqualTo("bedroom");
        assertThat(chart.ties()).singleElement().satisfies(tie -> {
            assertThat(tie.from()).isEqualTo(cell(chart, 1, 3).ghosts().getFirst().y());
            assertThat(tie.to()).isEqualTo(cell(chart, 2, 3).dots().getFirst().y());
        });
    }

    @Test
    void manyServicesBecomeACrowdThatSaysHowManyAndHowMuchAndLeadsToThem() {
        var spots = new ArrayList<Spot>();
        for (var i = 0; i < 100; i++) spots.add(spot("service-" + i, "99.0", "High", 1_000 * (i + 1)));
        var crowd = cell(chart(spots), 2, 2);

        assertThat(crowd.head().count()).isEqualTo("100 services");
        assertThat(crowd.head().money()).isEqualTo("$5.1M");
        assertThat(crowd.head().address()).isEqualTo("/operating-models?view=table&level=99.0&demand=High");
        assertThat(crowd.largest()).extracting(Chart.Note::words).containsExactly("service-99 $100K", "service-98 $99K");
        assertThat(crowd.dots()).hasSize(24).allMatch(dot -> dot.words() == null && !dot.title().isEmpty());
        assertThat(crowd.crowd().traces().stream().mapToLong(trace -> trace.path().chars().filter(letter -> letter == 'M').count()).sum()).isEqualTo(76);
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 300, 5_000})
    void noDotLeavesItsCellAndNoRowGrowsBeyondAScreen(int count) {
        var random = new Random(7);
        var demands = List.of("Low", "Medium", "High", "Very High");
        var levels = List.of("95.0", "99.0", "99.0", "99.9");
        var spots = new ArrayList<Spot>();
        for (var i = 0; i < count; i++) {
            spots.add(spot("service-" + i, levels.get(random.nextInt(4)), demands.get(random.nextInt(4)), Math.exp(random.nextGaussian(10, 2))));
        }
        var chart = chart(spots);

        for (var cell : chart.cells()) {
            var top = rem(cell.y());
            var bottom = top + rem(cell.height());
            assertThat(bottom - top).isLessThan(18);
            for (var dot : cell.dots()) {
                assertThat(rem(dot.y()) - radius(dot)).isGreaterThanOrEqualTo(top);
                assertThat(rem(dot.y()) + radius(dot)).isLessThanOrEqualTo(bottom);
            }
            if (cell.crowd() != null) assertThat(rem(cell.crowd().y()) + rem(cell.crowd().height())).isLessThanOrEqualTo(bottom);
        }
        assertThat(drawn(chart)).as("every service is a dot").isEqualTo(count);
    }

    @Test
    void theDotsOfACrowdDoNotTouch() {
        var radii = new ArrayList<Double>();
        for (var i = 0; i < 400; i++) radii.add(0.5 / (1 + i * 0.02));
        var circles = Swarm.of(radii, CellLayout.WIDTH).circles();

        for (var one = 0; one < circles.size(); one++) {
            for (var other = one + 1; other < circles.size(); other++) {
                var a = circles.get(one);
                var b = circles.get(other);
                assertThat(Math.hypot(a.x() - b.x(), a.y() - b.y())).isGreaterThan(a.r() + b.r());
            }
        }
    }

    private static long drawn(Chart chart) {
        return chart.cells().stream().mapToLong(cell -> cell.dots().size() + (cell.crowd() == null ? 0
                : cell.crowd().traces().stream().mapToLong(trace -> trace.path().chars().filter(letter -> letter == 'M').count()).sum())).sum();
    }

    private static Chart chart(List<Spot> spots) {
        return ChartLayout.of(Grid.of(POLICY, spots.stream().map(Spot::level).toList()), spots, NOTHING, "services");
    }

    private static Chart.Cell cell(Chart chart, int row, int column) {
        return chart.cells().get(row * chart.columns().size() + column);
    }

    private static Spot spot(String name, String level, String demand, double perHour) {
        var money = Figures.tight(Money.of(Math.round(perHour) + "", "USD"));
        return new Spot(name, AvailabilityLevel.of(level), demand, "ybyr", perHour, new Said(money, name, "/" + name), false, false, null);
    }

    private record Said(String money, String title, String address) implements Spot.Words {}

    private static double radius(Chart.Dot dot) {
        return rem(dot.r());
    }

    private static double rem(String length) {
        return Double.parseDouble(length.replace("rem", ""));
    }
}
