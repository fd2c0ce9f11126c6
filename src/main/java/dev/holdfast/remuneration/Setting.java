package dev.holdfast.remuneration;

import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.quantities.WorkingCalendar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What standby by a schedule means for a time: what bears it, by whose calendar it is out of hours, and the price list.
 * Without shares nobody need be ready, and nothing is paid.
 */
record Setting(List<Share> shares, WorkingCalendar calendar, @Nullable Remuneration prices, @Nullable String team) {

    Setting {
        shares = List.copyOf(shares);
    }
}
