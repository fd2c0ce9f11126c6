package dev.holdfast.portal.web.models;

import java.util.ArrayList;
import java.util.List;

/** Circles packed on shelves from the top left, the largest first; none touches another. In rem. */
record Swarm(List<Circle> circles, double height) {

    private static final double GAP = 0.055;

    /** One of them, in the order in which the radii were given. */
    record Circle(double x, double y, double r) {}

    /** Within a width; the radii descend. */
    static Swarm of(List<Double> radii, double width) {
        var circles = new ArrayList<Circle>(radii.size());
        var across = 0.0;
        var top = 0.0;
        var shelf = radii.isEmpty() ? 0.0 : 2 * radii.getFirst();
        for (double r : radii) {
            if (across > 0 && across + 2 * r > width) {
                top += shelf + GAP;
                across = 0;
                shelf = 2 * r;
            }
            circles.add(new Circle(across + r, top + shelf / 2, r));
            across += 2 * r + GAP;
        }
        return new Swarm(List.copyOf(circles), top + shelf);
    }
}
