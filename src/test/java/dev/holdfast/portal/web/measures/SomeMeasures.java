package dev.holdfast.portal.web.measures;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Because;
import java.util.Arrays;
import java.util.List;

/** Measures of throughput with gaps in their trends, and of an organisation that has told of no deployment. */
public final class SomeMeasures {

    private static final List<Choice> PERIODS = List.of(new Choice("?days=30", "30 days", false), new Choice("?days=90", "90 days", true));
    private static final List<Choice> BUCKETS = List.of(new Choice("?by=week", "week", true), new Choice("?by=month", "month", false));

    private SomeMeasures() {}

    public static MeasuresPage page() {
        var trend = Sparkline.of("Lead time by week, 2.1 days last", Arrays.asList(4.2, 3.9, null, 3.1, null, 2.4, 2.1), "31 Aug", "16 Nov");
        var why = List.of(Because.of("COUNTED", "From 41 deployments of 3 services"), Because.of("MIDDLE", "Half of them were quicker"));
        return new MeasuresPage(
                "Throughput of Bedroom", "What 3 services deployed in 90 days.", new MeasuresPage.Back("/teams/bedroom-team", "Bedroom"), "team bedroom-team",
                List.of("team bedroom-team", "service bedroom"), PERIODS, BUCKETS, "/measures/throughput.csv", false,
                List.of(
                        new MeasuresPage.Group("Speed", "speed", List.of(
                                new MeasuresPage.Tile("lead-time", "Lead time from commit", "2.1", "days", "the middle of 41", new Status("Within target", Shape.CHECK, Tone.SAFE), trend, why, ""),
                                new MeasuresPage.Tile("frequency", "Deployments", "3.2", "a week", "41 in 90 days", new Status("Slower than weekly, the target", Shape.TRIANGLE, Tone.CAUTION), trend, why, ""),
                                new MeasuresPage.Tile("coupling", "Deployed alone", "", "", "", null, null, List.of(), "No build says with which others it was deployed."))),
                        new MeasuresPage.Group("Safety", "safety", List.of(
                                new MeasuresPage.Tile("failures", "Change failure rate", "4.9", "%", "2 of 41", null, trend, why, ""),
                                new MeasuresPage.Tile("recovery", "Recovery", "38", "min", "the middle of 2", null, null, why, "")))),
                new MeasuresPage.Table(List.of("Lead time, days", "Deployments", "Failed"), List.of(
                        new MeasuresPage.Row("31 Aug", List.of("4.2", "3", "0")), new MeasuresPage.Row("7 Sep", List.of("–", "0", "–")))),
                List.of("3 deployments say no commit: they have no lead time.", "1 was told of before it began."));
    }

    public static MeasuresPage none() {
        return new MeasuresPage(
                "Throughput", "How fast and how safely changes reach users.", null, "", List.of(), PERIODS, BUCKETS, "/measures/throughput.csv", true, List.of(),
                new MeasuresPage.Table(List.of(), List.of()), List.of());
    }
}
