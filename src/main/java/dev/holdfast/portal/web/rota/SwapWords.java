package dev.holdfast.portal.web.rota;

import dev.holdfast.oncall.Swap;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Period;

/** Swaps as pages say them. */
public final class SwapWords {

    private SwapWords() {}

    static String period(Period period, ReaderTime time) {
        return time.full(period.from()) + " to " + time.full(period.from().plus(period.length()));
    }

    /** "Ann Holt gives Mon 23 Nov 09:00 to … for Mon 30 Nov 09:00 to …". */
    public static String what(Swap swap, Names names, ReaderTime time) {
        var giver = names.of(swap.giver());
        var given = giver + " gives " + period(swap.give(), time);
        var taker = swap.taker() == null ? "" : " to " + names.of(swap.taker());
        return given + taker + (swap.take() == null ? "" : " for " + period(swap.take(), time));
    }

    public static String whom(Swap swap, Names names, ReaderTime time) {
        if (!swap.waits()) return settled(swap, names, time);
        var note = swap.note() == null ? "" : " “" + swap.note() + "”";
        return "Waits for " + (swap.taker() == null ? "anyone who takes turns" : names.of(swap.taker())) + ", until " + time.full(swap.expiresAt()) + "." + note;
    }

    private static String settled(Swap swap, Names names, ReaderTime time) {
        var at = swap.settledAt() == null ? "" : ", " + time.full(swap.settledAt());
        return switch (swap.state()) {
            case ASKED -> "";
            case AGREED -> "Agreed by " + names.of(swap.taker() == null ? "" : swap.taker().value()) + at + ". The schedule says so.";
            case DECLINED -> "Declined" + at + ". The shift stays with " + names.of(swap.giver()) + ".";
            case WITHDRAWN -> "Withdrawn" + at + ".";
            case EXPIRED -> "Nobody agreed before it began. The shift stayed with " + names.of(swap.giver()) + ".";
        };
    }

    static Status status(Swap swap) {
        return switch (swap.state()) {
            case ASKED -> new Status("asked", Shape.HALF, Tone.ACCENT);
            case AGREED -> new Status("agreed", Shape.CHECK, Tone.SAFE);
            case DECLINED -> new Status("declined", Shape.DIAMOND, Tone.LOSS);
            case WITHDRAWN -> new Status("withdrawn", Shape.RING, Tone.QUIET);
            case EXPIRED -> new Status("expired", Shape.RING, Tone.QUIET);
        };
    }
}
