package dev.holdfast.insurance;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.OnCallLevel;

/** What a move changes: the level that the service has, and the one that it would have. */
public record Moved(ServiceName service, OnCallLevel from, OnCallLevel to) {}
