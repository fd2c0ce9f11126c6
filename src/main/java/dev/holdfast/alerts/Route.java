package dev.holdfast.alerts;

import dev.holdfast.catalogue.ServiceName;
import org.jspecify.annotations.Nullable;

/** Where an alert goes: a service, or nowhere (unrouted); in dry run it is shown and makes no incident. */
public record Route(@Nullable ServiceName service, boolean dryRun, String why) {}
