package dev.holdfast.reflection;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.ServiceLosses;
import dev.holdfast.operatingmodel.Caution;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A live service as the reflection finds it.
 *
 * @param exposure what an hour of it costs at most, without peaks, in the organisation's currency; null where nobody said
 * @param highest the same with its peaks
 * @param level by exposure, not by an override; null where it is not assessed
 */
public record Standing(
        ServiceName service,
        String title,
        @Nullable BigDecimal exposure,
        @Nullable BigDecimal highest,
        @Nullable AvailabilityLevel level,
        @Nullable OperatingModel model,
        @Nullable String demand,
        List<Caution> cautions,
        @Nullable Money standbyPerWeek,
        ServiceLosses losses) {

    /** Losses are kept in cents and incidents last fractions of a second: a per cent more is none. */
    private static final BigDecimal ROUNDED = new BigDecimal("1.01");

    public Standing {
        cautions = List.copyOf(cautions);
    }

    boolean isAssessed() {
        return exposure != null && level != null;
    }

    /** Whether its incidents lost more an hour than anybody said that it could. */
    boolean lostMoreThanItCould() {
        if (highest == null || losses.lasting().isZero()) return false;
        var most = highest.multiply(BigDecimal.valueOf(losses.lasting().toSeconds()));
        return losses.lost().multiply(BigDecimal.valueOf(3_600)).compareTo(most.multiply(ROUNDED)) > 0;
    }
}
