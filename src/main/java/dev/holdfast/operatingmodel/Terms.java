package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.AvailabilityLevel;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an organisation has agreed on: its bands, its levels, its heads and its price list. */
public record Terms(
        Currency currency,
        ExposureBands exposureBands,
        List<DemandBand> demandBands,
        OnCallLevels onCallLevels,
        Heads heads,
        @Nullable Remuneration remuneration) {

    /** The furniture retailer's, in force until an organisation is applied. */
    static final Terms DEFAULT = new Terms(
            Currency.getInstance("USD"),
            new ExposureBands(List.of(band(7_000, "95.0"), band(250_000, "99.0"), band(800_000, "99.9"))),
            List.of(
                    new DemandBand("Low", 30),
                    new DemandBand("Medium", 14),
                    new DemandBand("High", 7),
                    new DemandBand("Very High", 1)),
            new OnCallLevels(Map.of(
                    AvailabilityLevel.of("95.0"), OnCallLevel.NONE,
                    AvailabilityLevel.of("99.0"), OnCallLevel.DOMAIN,
                    AvailabilityLevel.of("99.9"), OnCallLevel.TEAM,
                    AvailabilityLevel.of("99.99"), OnCallLevel.TEAM)),
            Heads.NONE,
            Remuneration.DEFAULT);

    public Terms {
        demandBands = List.copyOf(demandBands);
    }

    public Optional<DemandBand> demandBand(String name) {
        return demandBands.stream().filter(band -> band.name().equals(name)).findFirst();
    }

    private static ExposureBand band(int upTo, String level) {
        return new ExposureBand(BigDecimal.valueOf(upTo), AvailabilityLevel.of(level));
    }
}
