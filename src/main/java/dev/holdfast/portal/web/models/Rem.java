package dev.holdfast.portal.web.models;

import java.math.BigDecimal;

/** How lengths and names stand in a drawing. */
final class Rem {

    private Rem() {}

    static String of(double rem) {
        return plain(rem) + "rem";
    }

    static String percent(double percent) {
        return plain(percent) + "%";
    }

    /** To a thousandth, without zeros that say nothing. */
    static String plain(double number) {
        return BigDecimal.valueOf(Math.round(number * 1_000), 3).stripTrailingZeros().toPlainString();
    }

    /** A name that would run out of its room ends in an ellipsis; the title has all of it. */
    static String cut(String name, int most) {
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }
}
