package dev.holdfast.portal.web.oncall;

import dev.holdfast.portal.web.Avatar;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Picker;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.Status;
import dev.holdfast.quantities.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is on call now and over the weeks, what to mend, who would be called and why, and who is called at which level. */
public record OnCallPage(
        String heading,
        String lede,
        @Nullable String warning,
        List<Choice> views,
        List<Picker> pickers,
        List<Hidden> kept,
        boolean narrowed,
        Moving moving,
        String csv,
        @Nullable Ribbon ribbon,
        List<Group> groups,
        List<Now> now,
        boolean none,
        List<Mend> mend,
        int more,
        Why why,
        List<Level> levels) {

    /** What a form keeps of the address. */
    public record Hidden(String name, String value) {}

    /** The addresses of earlier, now and later. */
    public record Moving(String before, String today, String after, boolean isToday, String words) {}

    /** A domain in one line, where there are too many schedules for a drawing. */
    public record Group(String name, String address, String schedules, String onCall, @Nullable Status gaps) {}

    /** Who a schedule calls now, and next. */
    public record Now(@Nullable String group, @Nullable String page, String schedule, String second, @Nullable Avatar avatar, String who, @Nullable String address, String until, String next, @Nullable Status status) {}

    /** What to mend before it breaks, and the one action that does, with its page. */
    public record Mend(Status status, String what, String words, String mend, @Nullable String url) {

        public Mend {
            mend = mend.endsWith(".") ? mend.substring(0, mend.length() - 1) : mend;
        }
    }

    /** Who is called for a service at an instant: what was asked, and the answer with its steps. */
    public record Why(String service, String at, List<String> known, @Nullable String fault, @Nullable Status status, String strong, String words, List<Because> steps) {}

    /** Who is called out of hours, for which targets and services, and what it costs a week. */
    public record Level(Status called, String targets, List<Named> services, String more, String moreAddress, String ahead, String week) {}

    /** A service by its name. */
    public record Named(String name, String address) {}
}
