package dev.holdfast.changes;

import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WallClock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads FreezeWindow documents: by the wall clock of their zone. */
@Component
class FreezeWindowPart implements SpecPart<FreezeWindow> {

    static final String KIND = "FreezeWindow";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("services", "domains", "environments", "from", "to", "timeZone", "reason");
    }

    @Override
    public @Nullable FreezeWindow read(SpecReader spec) {
        var services = new HashSet<String>();
        if (spec.texts("services").contains(FreezeWindow.ALL)) {
            services.add(FreezeWindow.ALL);
        } else {
            services.addAll(spec.references("services", "Service"));
        }
        var domains = Set.copyOf(spec.references("domains", "Domain"));
        var environments = spec.has("environments") ? spec.texts("environments") : List.of(Deployment.PRODUCTION);
        var from = spec.required("from", spec.localDateTime("from"));
        var to = spec.required("to", spec.localDateTime("to"));
        var zone = spec.required("timeZone", spec.zone("timeZone"));
        var reason = spec.text("reason");
        if (services.isEmpty() && domains.isEmpty()) {
            spec.fault("services", "REQUIRED", "A freeze names services or domains; \"*\" is all services");
        }
        if (from == null || to == null || zone == null) return null;
        if (!from.isBefore(to)) {
            spec.fault("to", "OUT_OF_RANGE", "A freeze ends after it begins");
            return null;
        }
        var during = new Period(WallClock.startOf(from, zone), WallClock.endOf(to, zone));
        return new FreezeWindow(spec.name(), services, domains, Set.copyOf(environments), during, reason);
    }
}
