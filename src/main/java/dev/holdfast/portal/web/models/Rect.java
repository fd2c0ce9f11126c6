package dev.holdfast.portal.web.models;

/** A room on the chart: across in per cent, down in rem. */
record Rect(double x, double y, double width, double height) {

    /** The place at a share of the width. */
    String across(double share) {
        return Rem.percent(x + width * share);
    }

    /** What is left under so much of its top. */
    Rect below(double top) {
        return new Rect(x, y + top, width, height - top);
    }
}
