package dev.holdfast.portal.web.models;

import dev.holdfast.operatingmodel.ExposureBand;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Exposure bands in words. */
final class Bands {

    private Bands() {}

    static String money(BigDecimal amount, Currency currency) {
        return Figures.money(new Money(amount, currency));
    }

    /** From where to where a band goes: {@code above $7,000, up to $250,000}. */
    static String range(Policy policy, ExposureBand band) {
        var bands = policy.exposureBands().bands();
        var index = bands.indexOf(band);
        var upTo = "up to " + money(band.upTo(), policy.currency());
        return index <= 0 ? upTo : "above " + money(bands.get(index - 1).upTo(), policy.currency()) + ", " + upTo;
    }
}
