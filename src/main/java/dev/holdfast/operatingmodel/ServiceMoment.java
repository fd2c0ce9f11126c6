package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;

/** A service at an instant: what a selection is asked of. */
public record ServiceMoment(ServiceName service, Instant at) {}
