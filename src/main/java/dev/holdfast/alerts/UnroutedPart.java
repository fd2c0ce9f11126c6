package dev.holdfast.alerts;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The policy's service for alerts that no route places. */
@Component
class UnroutedPart implements SpecPart<UnroutedPart.Unrouted> {

    static final Unrouted NOBODY = new Unrouted(null);

    record Unrouted(@Nullable ServiceName service) {}

    @Override
    public String kind() {
        return "Organisation";
    }

    @Override
    public Set<String> fields() {
        return Set.of("unrouted");
    }

    @Override
    public Unrouted read(SpecReader spec) {
        var unrouted = spec.object("unrouted");
        if (unrouted == null) {
            return NOBODY;
        }
        var service = unrouted.required("service", unrouted.reference("service", "Service"));
        return service == null ? NOBODY : new Unrouted(new ServiceName(service));
    }
}
