package dev.holdfast.changes;

import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Of a Service's document what says how the gate treats it. */
@Component
class GateModePart implements SpecPart<GateMode> {

    @Override
    public String kind() {
        return "Service";
    }

    @Override
    public Set<String> fields() {
        return Set.of("gate");
    }

    @Override
    public GateMode read(SpecReader spec) {
        var gate = spec.object("gate");
        return gate == null ? GateMode.ENFORCE : Objects.requireNonNullElse(gate.choice("mode", GateMode.class), GateMode.ENFORCE);
    }
}
