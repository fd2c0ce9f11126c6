package dev.holdfast.incidents;

import dev.holdfast.catalogue.ServiceName;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What the resolved incidents that a service answered lost over a period, in the organisation's currency (rules 10 and 11).
 *
 * @param lasting from start to end, all of them together
 * @param beyondTolerance how many lasted longer than the target tolerates in a week
 */
public record ServiceLosses(
        ServiceName service,
        long incidents,
        long majors,
        long beyondTolerance,
        BigDecimal lost,
        BigDecimal protectedLoss,
        BigDecimal overrun,
        Duration lasting) {

    public static ServiceLosses none(ServiceName service) {
        return new ServiceLosses(service, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, Duration.ZERO);
    }
}
