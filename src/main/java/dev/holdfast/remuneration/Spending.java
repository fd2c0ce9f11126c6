package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sums lines by what bears them: the same lines that statements are made of, so that both agree to the penny. */
final class Spending {

    private final Map<Key, Sum> sums = new HashMap<>();

    private record Key(Bearer bearer, String line) {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::bearer).thenComparing(Key::line);
    }

    /** Who holds it where no line is declared: by the line that begins first, in whatever order they are added. */
    private record Holding(Instant since, String holder) {

        private static final Comparator<Holding> ORDER = Comparator.comparing(Holding::since).thenComparing(Holding::holder);

        static @Nullable Holding first(@Nullable Holding one, @Nullable Holding other) {
            if (one == null || other == null) return one == null ? other : one;
            return ORDER.compare(one, other) <= 0 ? one : other;
        }
    }

    private static final class Sum {

        private @Nullable BudgetLine line;
        private @Nullable Holding holding;
        private BigDecimal spent = BigDecimal.ZERO;
        private BigDecimal committed = BigDecimal.ZERO;
        private final Map<YearMonth, BigDecimal> byMonth = new HashMap<>();
        private final Map<String, BigDecimal> apportioned = new TreeMap<>();
    }

    Spending(Collection<BudgetLine> declared) {
        declared.forEach(line -> {
            var sum = sum(line.bearer(), line.name());
            sum.line = line;
            sum.holding = new Holding(Instant.MIN, line.holder().value());
        });
    }

    void add(Months.Found month) {
        month.statements().forEach(statement -> statement.lines().forEach(line -> spend(statement.month(), line)));
        month.ahead().forEach(owed -> commit(owed.line()));
    }

    /** @param settled whose lines that are not ahead are counted already */
    void add(List<Owed> all, Set<PersonName> settled) {
        for (var owed : all) {
            if (owed.ahead()) commit(owed.line());
            else if (!settled.contains(owed.person())) spend(owed.month(), owed.line());
        }
    }

    private void commit(Line line) {
        var sum = sum(line);
        sum.committed = sum.committed.add(line.amount());
    }

    /** What another reckoned; that stays as it is. */
    void add(Spending other) {
        other.sums.forEach((key, its) -> {
            var sum = sum(key.bearer(), key.line());
            sum.holding = Holding.first(sum.holding, its.holding);
            sum.spent = sum.spent.add(its.spent);
            sum.committed = sum.committed.add(its.committed);
            its.byMonth.forEach((month, amount) -> sum.byMonth.merge(month, amount, BigDecimal::add));
            its.apportioned.forEach((service, amount) -> sum.apportioned.merge(service, amount, BigDecimal::add));
        });
    }

    private void spend(YearMonth month, Line line) {
        var sum = sum(line);
        sum.spent = sum.spent.add(line.amount());
        sum.byMonth.merge(month, line.amount(), BigDecimal::add);
        if (line.covers().isEmpty()) return;
        var parts = Parts.equal(line.amount(), line.covers().size());
        for (var index = 0; index < parts.size(); index++) {
            sum.apportioned.merge(line.covers().get(index), parts.get(index), BigDecimal::add);
        }
    }

    private Sum sum(Line line) {
        var sum = sum(line.bearer(), line.budgetLine());
        sum.holding = Holding.first(sum.holding, line.holder() == null ? null : new Holding(line.from(), line.holder()));
        return sum;
    }

    private Sum sum(Bearer bearer, @Nullable String line) {
        return sums.computeIfAbsent(new Key(bearer, Objects.requireNonNullElse(line, "")), unseen -> new Sum());
    }

    List<BudgetStanding> standings() {
        return sums.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Key.ORDER))
                .map(each -> standing(each.getKey().bearer(), each.getValue()))
                .toList();
    }

    private static BudgetStanding standing(Bearer bearer, Sum sum) {
        var apportioned = sum.apportioned.entrySet().stream().map(each -> new BudgetStanding.Apportioned(each.getKey(), each.getValue())).toList();
        return new BudgetStanding(bearer, sum.line, sum.holding == null ? null : sum.holding.holder(), sum.spent, sum.committed, sum.byMonth, apportioned);
    }
}
