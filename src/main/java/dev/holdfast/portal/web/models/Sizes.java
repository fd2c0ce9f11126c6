package dev.holdfast.portal.web.models;

/** How large a dot is, in rem: by the root of what is at risk beside the most that is, on one scale for the whole chart. */
record Sizes(double most, double scale) {

    private static final double LEAST = 0.07;
    private static final double NOTHING = 0.1875;
    private static final double SPAN = 0.75;

    double radius(double perHour) {
        var share = most <= 0 ? 0 : Math.sqrt(Math.max(0, perHour) / most);
        return Math.max(LEAST, scale * (NOTHING + SPAN * share));
    }
}
