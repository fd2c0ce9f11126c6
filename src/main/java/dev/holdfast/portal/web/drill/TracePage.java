package dev.holdfast.portal.web.drill;

import dev.holdfast.portal.web.Status;
import dev.holdfast.quantities.Because;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One way of an alert followed link by link; without an outcome where what was asked for cannot be followed. */
public record TracePage(@Nullable Outcome outcome, DrillPage.TryForm form) {

    public record Outcome(
            String heading, String lede, Status status, List<Link> links, List<Because> why, String atRisk) {}

    /** A link of the chain and, where it is broken, what of it and where to mend it. */
    public record Link(String name, String found, @Nullable String address, Status status, @Nullable String sentence, @Nullable String mend) {}
}
