package dev.holdfast.deployments;

import java.time.LocalDate;
import java.util.List;

/**
 * What was brought to production on a day.
 *
 * @param latest service and version of the last of them, the latest first
 */
public record ReleaseDay(LocalDate day, int deployments, int services, int failed, int rolledBack, List<String> latest) {

    public ReleaseDay {
        latest = List.copyOf(latest);
    }
}
