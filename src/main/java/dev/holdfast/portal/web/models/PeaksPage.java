package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.Choice;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The peaks of the next twelve months: a row for each service, and what each peak does. */
public record PeaksPage(
        String lede, List<Choice> domains, List<Choice> teams, String words, @Nullable Calendar calendar, List<Row> rows, @Nullable String next) {

    /** Whether less than everything was asked for. */
    public boolean narrowed() {
        return !words.isEmpty() || Stream.concat(domains.stream(), teams.stream()).anyMatch(choice -> choice.chosen() && !choice.value().isEmpty());
    }

    /** Across in per cent of the year, down in rem. */
    public record Calendar(String label, String height, List<Month> months, List<Lane> lanes) {}

    /** Where a month begins. */
    public record Month(String x, String words) {}

    /** One service and its peaks. */
    public record Lane(String y, String nameY, String secondY, String name, String second, List<Bar> bars) {}

    /** One peak with its lead-in before it. */
    public record Bar(String x, String width, String leadX, String leadWidth, String look, String title, String wordsX, String anchor, String words) {}

    /** One peak in words. */
    public record Row(
            String service, String address, String edit, String peak, String when, String leadIn, String money, String level, String called) {}
}
