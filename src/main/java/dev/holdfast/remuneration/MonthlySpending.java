package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * What a month spent and committed. The sums are kept for the next who ask for a year, as long as memory is plenty and all that they
 * follow from is equal; turns that are under way are reckoned each time. Who acts in a transaction is always told anew.
 */
@Component
class MonthlySpending {

    private static final int MOST = 24;

    private final Months months;
    private final Remembered<YearMonth, Months.Basis, Lasting> kept = new Remembered<>(MOST);

    MonthlySpending(Months months) {
        this.months = months;
    }

    /** Adds each month of a year, one after the other: as many queries for all as for one while nothing changes. */
    void add(Year year, Instant now, Spending spending) {
        var all = IntStream.rangeClosed(1, 12).mapToObj(year::atMonth).toList();
        if (!Reckoned.mayKeep()) {
            all.forEach(month -> lasting(month, now).add(now, spending));
            return;
        }
        var bases = months.bases(all);
        for (var index = 0; index < all.size(); index++) of(all, index, bases.get(index), now).add(now, spending);
    }

    private Lasting of(List<YearMonth> all, int index, Months.Basis basis, Instant now) {
        var month = all.get(index);
        return kept.of(month, basis).filter(lasting -> lasting.turns().stands().contains(now)).orElseGet(() -> {
            var lasting = lasting(month, now);
            if (basis.equals(months.bases(all).get(index))) kept.keep(month, basis, lasting);
            return lasting;
        });
    }

    private Lasting lasting(YearMonth month, Instant now) {
        var course = months.course(month, now);
        var found = months.of(month, course.still(), Reckoned.EVERYBODY);
        var still = new Spending(List.of());
        still.add(found);
        var settled = found.statements().stream().filter(Statement::isApproved).map(Statement::person).collect(Collectors.toSet());
        return new Lasting(still, course.withoutStill(), settled);
    }

    /**
     * The sums of a month as long as the same turns are under way.
     *
     * @param turns those turns
     * @param settled of whom a statement of the month is kept: what they spent stands in it
     */
    private record Lasting(Spending still, Course turns, Set<PersonName> settled) {

        void add(Instant now, Spending spending) {
            spending.add(still);
            spending.add(turns.owedUnderWay(now), settled);
        }
    }
}
