package dev.holdfast.insurance;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.OnCallLevel;

/** A service as it would be at another on-call level out of hours. */
public record Move(ServiceName service, OnCallLevel level) {}
