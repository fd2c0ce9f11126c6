package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.AvailabilityLevel;
import java.math.BigDecimal;
import java.util.List;

/** The organisation's exposure bands: at least one, bounds and levels strictly ascending. */
public record ExposureBands(List<ExposureBand> bands) {

    public ExposureBands {
        bands = List.copyOf(bands);
        if (bands.isEmpty() || !ascending(bands)) {
            throw new IllegalArgumentException("Bands must ascend, in bound and in level: " + bands);
        }
    }

    /** The first band whose bound is not below the exposure; above all of them the last. */
    public ExposureBand bandOf(BigDecimal exposure) {
        return bands.stream()
                .filter(band -> band.upTo().compareTo(exposure) >= 0)
                .findFirst()
                .orElseGet(bands::getLast);
    }

    public AvailabilityLevel levelOf(BigDecimal exposure) {
        return bandOf(exposure).level();
    }

    public boolean isAboveTop(BigDecimal exposure) {
        return exposure.compareTo(bands.getLast().upTo()) > 0;
    }

    private static boolean ascending(List<ExposureBand> bands) {
        for (int next = 1; next < bands.size(); next++) {
            var lower = bands.get(next - 1);
            var upper = bands.get(next);
            if (lower.upTo().compareTo(upper.upTo()) >= 0 || lower.level().isAtLeast(upper.level())) {
                return false;
            }
        }
        return true;
    }
}
