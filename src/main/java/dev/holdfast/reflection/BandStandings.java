package dev.holdfast.reflection;

import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened to the services of each band; those above the top one count in it. */
final class BandStandings {

    private BandStandings() {}

    static List<Reflection.BandStanding> of(List<Bound> bands, List<Standing> standings, Currency currency) {
        var result = new ArrayList<Reflection.BandStanding>();
        var above = BigDecimal.ZERO;
        for (var band : bands) {
            var inside = standings.stream().filter(it -> Objects.equals(band.level(), it.level())).toList();
            result.add(new Reflection.BandStanding(
                    band, above, inside.size(), sum(inside.stream().map(it -> Objects.requireNonNull(it.exposure()))),
                    inside.stream().mapToLong(it -> it.losses().incidents()).sum(),
                    inside.stream().mapToLong(it -> it.losses().beyondTolerance()).sum(),
                    sum(inside.stream().map(it -> it.losses().lost())), standby(inside, currency)));
            above = band.upTo();
        }
        return result;
    }

    private static Optional<Money> standby(List<Standing> inside, Currency currency) {
        if (inside.stream().noneMatch(it -> it.standbyPerWeek() != null)) return Optional.empty();
        return Optional.of(inside.stream().flatMap(it -> Stream.ofNullable(it.standbyPerWeek())).reduce(Money.zero(currency), Money::plus));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
