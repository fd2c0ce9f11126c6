package dev.holdfast.portal.web.measures;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Status;
import dev.holdfast.quantities.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Measures of a scope, each with its trend and how it was made, and the same as a table.
 *
 * @param back the page of what is measured; null for the organisation
 * @param where what else can be measured, as it is typed
 * @param nothing whether no deployment is known at all
 */
public record MeasuresPage(
        String title, String lede, @Nullable Back back, String scope, List<String> where, List<Choice> periods, List<Choice> buckets, String csv, boolean nothing,
        List<Group> groups, Table table, List<String> defects) {

    public record Back(String address, String word) {}

    public record Group(String name, String style, List<Tile> tiles) {}

    /**
     * A measure.
     *
     * @param under of what it was made
     * @param target whether it is met; null without one
     * @param missing why there is no value; empty where there is one
     */
    public record Tile(
            String id, String name, String value, String unit, String under, @Nullable Status target, @Nullable Sparkline trend, List<Because> why, String missing) {}

    public record Table(List<String> head, List<Row> rows) {}

    public record Row(String from, List<String> cells) {}
}
