package dev.holdfast.portal.web.groups;

import dev.holdfast.catalogue.BudgetHolder;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.notification.By;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.quantities.WeekWindow;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Teams, domains and people in words. */
public final class GroupWords {

    private static final DayOfWeek LAST = DayOfWeek.SUNDAY;

    private GroupWords() {}

    static String kind(@Nullable TeamKind kind) {
        if (kind == null) return "team of no kind yet";
        return switch (kind) {
            case DBA -> "DBA team";
            case HELP_DESK, OPERATIONS_BRIDGE -> word(kind);
            default -> word(kind) + " team";
        };
    }

    /** A value of the contract, as it is read: {@code customer-journey} as "customer journey". */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As it stands in an address: {@code customer-journey}. */
    static String value(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many were found of how many. */
    static String listed(int found, int all, String noun) {
        var whole = noun.equals("person") ? Figures.people(all) : noun.equals("third party") && all != 1 ? all + " third parties" : Figures.count(all, noun);
        return all == 0 ? "None is described yet." : found == all ? whole + "." : found + " of " + whole + ".";
    }

    /** A way in which people are told, as they call it. */
    public static String way(By by) {
        return switch (by) {
            case NTFY -> "Push";
            case EMAIL -> "E-mail";
            case WEBHOOK -> "Webhook";
        };
    }

    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String withArticle(String words) {
        return ("aeiou".indexOf(words.charAt(0)) >= 0 ? "An " : "A ") + words;
    }

    /** What a schedule is called. */
    public static String title(OnCallNow schedule) {
        return schedule.title() == null ? schedule.schedule() : schedule.title();
    }

    static Pair person(String label, @Nullable PersonName person, Names names, @Nullable String edit) {
        return person == null ? Pair.add(label, edit) : Pair.to(label, names.of(person), "/people/" + person);
    }

    static Pair budget(Team team, Names names, @Nullable String edit) {
        BudgetHolder holder = team.budgetHolder();
        if (holder == null) return Pair.add("Budget holder", edit);
        var function = holder.function() == null ? "" : ", " + word(holder.function());
        return Pair.to("Budget holder", names.of(holder.person()) + function, "/people/" + holder.person());
    }

    /** "Mon to Fri 09:00 to 17:30". */
    static String hours(WorkingCalendar calendar) {
        return calendar.windows().stream().map(GroupWords::window).collect(Collectors.joining("; "));
    }

    private static String window(WeekWindow window) {
        return days(window.days()) + " " + window.from() + " to " + (window.toEndOfDay() ? "24:00" : window.to());
    }

    static String days(Set<DayOfWeek> days) {
        var sorted = new TreeSet<>(days);
        var first = sorted.getFirst();
        var last = sorted.getLast();
        var together = last.getValue() - first.getValue() == sorted.size() - 1;
        if (sorted.size() == LAST.getValue()) return "every day";
        if (together && sorted.size() > 2) return name(first) + " to " + name(last);
        return sorted.stream().map(GroupWords::name).collect(Collectors.joining(", "));
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.UK);
    }

    static String until(OnCallNow schedule, ReaderTime time) {
        return schedule.until() == null ? "" : " until " + time.moment(schedule.until());
    }
}
