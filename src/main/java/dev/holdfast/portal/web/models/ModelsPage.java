package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Status;
import dev.holdfast.quantities.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every service by availability target and deployment target: as a chart or as a table, with what moves and what wants an answer. */
public record ModelsPage(
        String lede,
        boolean empty,
        boolean example,
        @Nullable Due due,
        String policy,
        Filters filters,
        @Nullable Chart chart,
        @Nullable Remainder unplaced,
        List<Row> rows,
        @Nullable String next,
        @Nullable Placement placement,
        List<Move> moves,
        String calendar,
        List<Called> called,
        List<CautionLine> cautions,
        String cautioned,
        @Nullable String moreCautions) {

    /** What may be asked for, and where the two views and the file are. */
    public record Filters(
            String words, List<Choice> domains, List<Choice> teams, List<Choice> kinds, List<Choice> models, List<Choice> cautions,
            List<Choice> kept, List<Chip> chips, String chart, String table, String csv, boolean asTable) {}

    /** Something more that is asked for, with the way without it. */
    public record Chip(String words, String without) {}

    /** When the bands are to be reflected on. */
    public record Due(Status status, String words) {}

    /** The services that have no place on the chart. */
    public record Remainder(String words, String address) {}

    /** One service of the table. */
    public record Row(
            String name, String second, String address, String team, String atRisk, String target, String tolerance, String deployment,
            Status model, String called, @Nullable Status caution, String decided) {}

    /** How one service was placed, step by step, with the rule behind it. */
    public record Placement(String name, String address, String service, List<Step> steps, List<Because> why, @Nullable String overridden) {}

    /** One step: what it is, what it rests on, what came of it; {@code look} is a model's. */
    public record Step(String label, String under, String value, String look) {}

    /** When targets move by themselves. */
    public record Move(boolean up, String when, List<String> sentences) {}

    /** How many services are answered for out of hours by whom. */
    public record Called(String label, String count, String address) {}

    /** What to think about, and whether somebody did. */
    public record CautionLine(String name, String words, String under, String address, @Nullable String answered) {}
}
