package dev.holdfast.incidents;

import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.ServiceName;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a person sees that no alert said; without an impact, the one that its severity is taken to have. */
public record Declared(
        ServiceName service, String summary, Severity severity, @Nullable BigDecimal impact, boolean page) {}
