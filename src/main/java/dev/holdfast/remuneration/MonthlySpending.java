package dev.holdfast.remuneration;

import java.lang.ref.SoftReference;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a month spent and committed. Of months that are over or ahead the sums are kept, for the next who ask for a year: as long as
 * memory is plenty and all that they follow from is equal.
 */
@Component
class MonthlySpending {

    private static final int MOST = 24;

    private final Months months;
    private final Map<YearMonth, SoftReference<Known>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<YearMonth, SoftReference<Known>> eldest) {
            return size() > MOST;
        }
    };

    MonthlySpending(Months months) {
        this.months = months;
    }

    private record Known(Months.Basis basis, Spending spending) {}

    Spending of(YearMonth month) {
        var basis = months.basis(month);
        if (basis.isEmpty()) return reckoned(month);
        var known = known(month);
        if (known != null && known.basis().equals(basis.get())) return known.spending();
        var spending = reckoned(month);
        if (basis.equals(months.basis(month))) keep(month, new Known(basis.get(), spending));
        return spending;
    }

    private Spending reckoned(YearMonth month) {
        var spending = new Spending(List.of());
        spending.add(months.of(month, person -> true));
        return spending;
    }

    private @Nullable Known known(YearMonth month) {
        synchronized (kept) {
            var reference = kept.get(month);
            return reference == null ? null : reference.get();
        }
    }

    private void keep(YearMonth month, Known known) {
        synchronized (kept) {
            kept.put(month, new SoftReference<>(known));
        }
    }
}
