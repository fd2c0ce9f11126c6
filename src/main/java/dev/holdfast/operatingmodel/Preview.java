package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a change of policy would change, service by service, and what standby costs a week before and after. */
public record Preview(List<Line> services, Optional<Money> standbyNow, Optional<Money> standbyThen) {

    /** One service, by the policy in force and by the other. */
    public record Line(ServiceName service, Side now, Side then) {

        /** The fields of which the value would change. */
        public List<String> changed() {
            if (now.equals(then)) return List.of();
            var changed = new ArrayList<String>();
            if (!Objects.equals(now.level(), then.level())) {
                changed.add("level");
            }
            if (now.operatingModel() != then.operatingModel()) {
                changed.add("operatingModel");
            }
            if (!now.onCall().equals(then.onCall())) {
                changed.add("onCall");
            }
            if (!now.shownStandby().equals(then.shownStandby())) {
                changed.add("standbyPerWeek");
            }
            return List.copyOf(changed);
        }
    }

    /** A service by one policy. */
    public record Side(
            @Nullable AvailabilityLevel level,
            @Nullable OperatingModel operatingModel,
            OnCall onCall,
            Optional<Money> standbyPerWeek) {

        Optional<String> shownStandby() {
            return standbyPerWeek.map(Money::toString);
        }
    }

    public Preview {
        services = List.copyOf(services);
    }

    static Side side(Service service, Selected selected, StandbyPrices prices) {
        return new Side(selected.level(), selected.operatingModel(), selected.onCall(), prices.of(service));
    }
}
