package dev.holdfast.portal.web.rota;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Ribbon;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One schedule: who is on call by it, over the weeks, by which layers, and what was put above them. */
public record SchedulePage(
        String name,
        String title,
        String heading,
        String lede,
        List<Choice> views,
        Moving moving,
        Ribbon ribbon,
        List<Turn> turns,
        int moreTurns,
        List<String> layers,
        List<Pair> facts,
        List<Override> overrides,
        List<SwapLine> swaps,
        List<Version> versions,
        boolean mayEdit,
        boolean mayOverride) {

    /** The addresses of earlier, now and later. */
    public record Moving(String before, String today, String after, boolean isToday, String words) {}

    /** A shift ahead, and what the reader may do about it; only what is ahead can be given. */
    public record Turn(String who, @Nullable String address, String from, String to, String by, String fromAt, String giveAt, String toAt, boolean take, boolean give, boolean cover) {}

    /** Somebody in the place of the layers, and whether that can still be undone. */
    public record Override(String id, String who, String when, String by, boolean ahead, boolean mayEnd) {}

    /** A swap that waits, and what the reader may say to it. */
    public record SwapLine(String id, String words, String second, boolean agree, boolean decline, boolean withdraw) {}

    /** What was changed, when and by whom. */
    public record Version(String what, String when, String by, String address) {}
}
