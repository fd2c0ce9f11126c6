package dev.holdfast.truth;

import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All that is found, what costs most first within each check: pure. */
final class Findings {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::check)
            .thenComparing(Findings::amount, Comparator.reverseOrder())
            .thenComparing(Finding::kind)
            .thenComparing(Finding::name);

    private Findings() {}

    static List<Finding> of(Facts facts) {
        return Stream.of(Owners.of(facts), Needs.of(facts), Unsaid.of(facts), Groups.of(facts), Duplicates.of(facts))
                .flatMap(List::stream)
                .sorted(ORDER)
                .toList();
    }

    private static BigDecimal amount(Finding finding) {
        Money money = finding.atRiskPerHour();
        return money == null ? BigDecimal.ZERO : money.amount();
    }
}
