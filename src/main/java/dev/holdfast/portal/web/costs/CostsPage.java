package dev.holdfast.portal.web.costs;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.quantities.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What standby costs a week as teams are added, drawn and as a table, and what it costs this organisation.
 *
 * @param chart null where there is no rate to draw with
 * @param organisation null without a price list
 */
public record CostsPage(
        String heading, String lede, Asked asked, FormFaults faults, @Nullable CostsChart chart, List<Row> rows, @Nullable Organisation organisation, String csv) {

    /** What stands in the form, as it was typed or as it is taken to be. */
    public record Asked(String teams, String team, String domain, String none, String perDomain, String rate, String operationsRate, String currency) {}

    /** One number of teams; {@code schedules} says whose they are. */
    public record Row(String teams, String everyTeam, String byLevel, String schedules, String opsRunIt, List<Because> why) {}

    /**
     * The organisation as it is, and with one service moved.
     *
     * @param services names to choose from; empty where there are too many to list
     * @param effect what the move would do, in a sentence; null where none was asked
     */
    public record Organisation(
            String lede, List<Figure> figures, String service, List<String> services, List<Choice> levels, FormFaults faults, @Nullable Effect effect) {}

    /** @param style how it reads: loss for dearer, safe for cheaper, none for the same */
    public record Effect(String sentence, String style, List<Because> why) {}
}
