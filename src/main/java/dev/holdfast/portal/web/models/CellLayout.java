package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.models.Chart.Dot;
import dev.holdfast.portal.web.models.Chart.Ghost;
import dev.holdfast.portal.web.models.Chart.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One cell's contents. Up to four services stand with name and money under each other, up to eight on a line each; more
 * become a crowd that is headed by its number and its money, with the names of the largest.
 */
record CellLayout(List<Spot> spots, List<Spot> arriving, Sizes sizes) {

    /** The narrowest that a cell gets, and what of it a crowd may use. */
    static final double NARROWEST = 10.5;

    static final double INSET = 0.06;
    static final double WIDTH = NARROWEST * (1 - 2 * INSET);

    private static final int NAMED = 4;
    private static final int LINED = 8;
    private static final double AXIS = 0.12;
    private static final double TWO_LINES = 2.0625;
    private static final double ONE_LINE = 1.25;
    private static final double PADDING = 0.75;
    private static final int LETTERS = 20;
    private static final double BESIDE = 1.25;

    CellLayout with(Sizes other) {
        return new CellLayout(spots, arriving, other);
    }

    boolean isCrowd() {
        return spots.size() + arriving.size() > LINED;
    }

    private boolean isNamed() {
        return spots.size() + arriving.size() <= NAMED;
    }

    /** What the contents need, in rem. */
    double height() {
        if (isCrowd()) return Crowds.HEAD + swarm().height() + PADDING;
        return stacked() + PADDING;
    }

    Swarm swarm() {
        return Swarm.of(spots.stream().map(spot -> sizes.radius(spot.perHour())).toList(), WIDTH);
    }

    private double stacked() {
        return spots.stream().mapToDouble(spot -> pitch(spot.perHour())).sum() + arriving.stream().mapToDouble(this::arrivingPitch).sum();
    }

    private double pitch(double perHour) {
        return Math.max(isNamed() ? TWO_LINES : ONE_LINE, 2 * sizes.radius(perHour) + 0.3125);
    }

    private double arrivingPitch(Spot spot) {
        return pitch(spot.moves() == null ? 0 : spot.moves().perHour());
    }

    /** Those who stay, from the middle of the room; those who arrive come below them, nearest to where they come from. */
    Stack stack(Rect room) {
        var dots = new ArrayList<Dot>();
        var ghosts = new ArrayList<Ghost>();
        var y = room.y() + (room.height() - stacked()) / 2;
        var x = room.across(AXIS);
        for (var spot : spots) {
            var pitch = pitch(spot.perHour());
            dots.add(dot(spot, x, y + pitch / 2));
            y += pitch;
        }
        for (var spot : arriving) {
            var pitch = arrivingPitch(spot);
            ghosts.add(ghost(spot, x, y + pitch / 2));
            y += pitch;
        }
        return new Stack(dots, ghosts);
    }

    /** What stands by name in a cell. */
    record Stack(List<Dot> dots, List<Ghost> ghosts) {}

    private Dot dot(Spot spot, String x, double y) {
        var r = sizes.radius(spot.perHour());
        return new Dot(x, Rem.of(y), Rem.of(r), spot.look(), spot.title(), spot.address(), spot.chosen() ? Rem.of(r + 0.25) : null,
                spot.movesOut(), words(spot.name(), spot.money(), r, y, spot.caution(), spot.chosen()));
    }

    private Ghost ghost(Spot spot, String x, double y) {
        var moves = Objects.requireNonNull(spot.moves());
        var r = sizes.radius(moves.perHour());
        return new Ghost(x, Rem.of(y), Rem.of(r), moves.title(), words(spot.name(), moves.words(), r, y, false, spot.chosen()));
    }

    private Words words(String name, String money, double r, double y, boolean caution, boolean strong) {
        var dx = Rem.of(Math.max(BESIDE, r + 0.375));
        return isNamed()
                ? new Words(dx, Rem.of(y - 0.0625), Rem.cut(name, LETTERS), Rem.of(y + 0.75), money, caution, strong)
                : new Words(dx, Rem.of(y + 0.25), Rem.cut(name, LETTERS - 2 - money.length() - (caution ? 2 : 0)), null, money, caution, strong);
    }
}
