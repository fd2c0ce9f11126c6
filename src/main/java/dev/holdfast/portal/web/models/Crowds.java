package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.models.Chart.Crowd;
import dev.holdfast.portal.web.models.Chart.Dot;
import dev.holdfast.portal.web.models.Chart.Head;
import dev.holdfast.portal.web.models.Chart.Note;
import dev.holdfast.portal.web.models.Chart.Trace;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell with more services than have room for their names. */
final class Crowds {

    /** What stands above the dots: number and money, and the names of the two largest. */
    static final double HEAD = 3.5;

    private static final int LINKED = 24;
    private static final int LARGEST = 2;
    private static final double CLASS = 0.03125;

    private Crowds() {}

    static Head head(List<Spot> spots, Rect room, String address, Currency currency) {
        var sum = spots.stream().mapToDouble(Spot::perHour).sum();
        return new Head(room.across(CellLayout.INSET), Rem.of(room.y() + 1.25), address,
                Figures.count(spots.size(), "service"), Figures.tight(new Money(BigDecimal.valueOf(sum), currency)));
    }

    static List<Note> largest(List<Spot> spots, Rect room) {
        var notes = new ArrayList<Note>();
        for (var index = 0; index < LARGEST; index++) {
            var spot = spots.get(index);
            notes.add(new Note(room.across(CellLayout.INSET), Rem.of(room.y() + 2.125 + index * 0.875),
                    Rem.cut(spot.name(), 18) + " " + spot.money(), spot.caution() ? "caution" : ""));
        }
        return notes;
    }

    /** The largest, and the chosen one, each with its title and its way. */
    static List<Dot> dots(List<Spot> spots, Swarm swarm, Rect room) {
        var dots = new ArrayList<Dot>();
        for (var index = 0; index < spots.size(); index++) {
            if (isLinked(index, spots.get(index))) dots.add(dot(spots.get(index), swarm.circles().get(index), room));
        }
        return dots;
    }

    /** All others: the dots of one size and colour are one path of strokes without a length. */
    static @Nullable Crowd crowd(List<Spot> spots, Swarm swarm, Rect room) {
        var traces = new LinkedHashMap<Trace, StringBuilder>();
        for (var index = 0; index < spots.size(); index++) {
            if (isLinked(index, spots.get(index))) continue;
            var circle = swarm.circles().get(index);
            var width = Math.max(CLASS, Math.floor(2 * circle.r() / CLASS) * CLASS);
            traces.computeIfAbsent(new Trace("", Rem.of(width), spots.get(index).look()), unseen -> new StringBuilder())
                    .append('M').append(Rem.plain(circle.x())).append(' ').append(Rem.plain(circle.y())).append("h0");
        }
        if (traces.isEmpty()) return null;
        return new Crowd(room.across(CellLayout.INSET), Rem.of(room.y() + HEAD), Rem.percent(room.width() * (1 - 2 * CellLayout.INSET)),
                Rem.of(swarm.height()), "0 0 " + Rem.plain(CellLayout.WIDTH) + " " + Rem.plain(swarm.height()), rest(spots),
                traces.entrySet().stream().map(each -> new Trace(each.getValue().toString(), each.getKey().width(), each.getKey().look())).toList());
    }

    private static String rest(List<Spot> spots) {
        var linked = Math.min(LINKED, spots.size());
        return "%s with %s an hour or less: the table names them".formatted(
                Figures.count(spots.size() - linked, "service"), spots.get(linked - 1).money());
    }

    private static boolean isLinked(int index, Spot spot) {
        return index < LINKED || spot.chosen();
    }

    private static Dot dot(Spot spot, Swarm.Circle circle, Rect room) {
        var share = CellLayout.INSET + (1 - 2 * CellLayout.INSET) * circle.x() / CellLayout.WIDTH;
        return new Dot(room.across(share), Rem.of(room.y() + HEAD + circle.y()), Rem.of(circle.r()), spot.look(), spot.title(), spot.address(),
                spot.chosen() ? Rem.of(circle.r() + 0.1875) : null, spot.movesOut(), null);
    }
}
