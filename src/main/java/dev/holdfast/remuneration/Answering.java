package dev.holdfast.remuneration;

import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.operatingmodel.OnCallLevel;
import java.time.Instant;

/** A service as it is for a time, with its on-call level out of hours; of one that is not live the level is none. */
record Answering(Instant from, Instant to, Service service, OnCallLevel level) {

    boolean contains(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    boolean isDigital() {
        return service.kind() == ServiceKind.DIGITAL;
    }

    String name() {
        return service.name().value();
    }
}
