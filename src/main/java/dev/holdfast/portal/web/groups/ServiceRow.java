package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Status;
import org.jspecify.annotations.Nullable;

/** A service as a line of what somebody answers for; {@code open} is the state of its incident, which {@code incident} leads to. */
public record ServiceRow(
        String name,
        String second,
        Status model,
        String target,
        String level,
        String atRisk,
        @Nullable Status open,
        @Nullable String incident) {}
