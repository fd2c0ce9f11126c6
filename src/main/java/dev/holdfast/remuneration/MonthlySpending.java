package dev.holdfast.remuneration;

import java.time.YearMonth;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What a month spent and committed. Of months that are over or ahead the sums are kept, for the next who ask for a year: as long as
 * memory is plenty and all that they follow from is equal.
 */
@Component
class MonthlySpending {

    private static final int MOST = 24;

    private final Months months;
    private final Remembered<YearMonth, Months.Basis, Spending> kept = new Remembered<>(MOST);

    MonthlySpending(Months months) {
        this.months = months;
    }

    Spending of(YearMonth month) {
        return months.mayKeep(month) ? kept.of(month, () -> months.basis(month), () -> reckoned(month)) : reckoned(month);
    }

    private Spending reckoned(YearMonth month) {
        var spending = new Spending(List.of());
        spending.add(months.of(month, person -> true));
        return spending;
    }
}
