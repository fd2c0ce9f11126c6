package dev.holdfast.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is on call now, and over the next two weeks. */
public record OnCallPage(
        String heading,
        String lede,
        List<Choice> domains,
        List<Choice> teams,
        String before,
        String after,
        boolean today,
        @Nullable Ribbon ribbon,
        List<Now> now,
        List<Check> checks) {

    /** Who a schedule calls now. */
    public record Now(String schedule, String second, @Nullable Avatar avatar, String who, String until, @Nullable Status status) {}

    /** What to mend before it breaks. */
    public record Check(Status status, String what, String words) {}
}
