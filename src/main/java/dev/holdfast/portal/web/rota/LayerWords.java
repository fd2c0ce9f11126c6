package dev.holdfast.portal.web.rota;

import dev.holdfast.portal.web.Names;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A layer as a sentence. */
final class LayerWords {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

    private LayerWords() {}

    static String of(LayerForm layer, Names names) {
        var people = layer.people().stream().filter(it -> !it.isEmpty()).map(names::of).toList();
        if (people.isEmpty()) return "Nobody yet.";
        var words = people.size() == 1 ? people.getFirst() + " alone" : together(people) + " take turns of " + length(layer);
        return words + handOff(layer) + windows(layer) + bounds(layer) + (layer.zone().isEmpty() ? "" : ", in " + layer.zone()) + ".";
    }

    private static String length(LayerForm layer) {
        var one = layer.every().equals("1");
        var unit = layer.weeks() ? "week" : "day";
        return (one ? "a " + unit : layer.every() + " " + unit + "s") + (layer.active() ? ", counting only the days on which it is active" : "");
    }

    private static String handOff(LayerForm layer) {
        var start = read(layer.start());
        if (start == null) return "";
        var on = layer.weeks() ? " on " + day(start.getDayOfWeek(), TextStyle.FULL) + "s" : "";
        return ", handed over" + on + " at " + TIME.format(start);
    }

    private static String windows(LayerForm layer) {
        return layer.windows().isEmpty() ? "" : "; only " + layer.windows().stream().map(LayerWords::window).collect(Collectors.joining(" and "));
    }

    static String window(WindowForm window) {
        var days = window.isEveryDay() ? "every day" : days(window);
        return days + " " + window.from() + " to " + window.to();
    }

    /** "Monday to Friday", or one by one. */
    private static String days(WindowForm window) {
        var days = new ArrayList<>(EnumSet.copyOf(window.days()));
        var inARow = days.size() > 2 && days.getLast().getValue() - days.getFirst().getValue() == days.size() - 1;
        return inARow
                ? day(days.getFirst(), TextStyle.FULL) + " to " + day(days.getLast(), TextStyle.FULL)
                : together(days.stream().map(day -> day(day, TextStyle.FULL)).toList());
    }

    private static String bounds(LayerForm layer) {
        var from = read(layer.from());
        var to = read(layer.to());
        return (from == null ? "" : ", from " + DAY.format(from) + " " + TIME.format(from)) + (to == null ? "" : ", until " + DAY.format(to) + " " + TIME.format(to));
    }

    static String together(List<String> words) {
        return words.size() < 2 ? String.join("", words) : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    static String day(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, Locale.UK);
    }

    private static @org.jspecify.annotations.Nullable LocalDateTime read(String text) {
        try {
            return text.isEmpty() ? null : LocalDateTime.parse(text);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
