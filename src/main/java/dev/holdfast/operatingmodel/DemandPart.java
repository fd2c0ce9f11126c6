package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demand in a Service document: one of the bands of the policy that will be in force. */
@Component
class DemandPart implements SpecPart<String> {

    private final PolicyPart policies;

    DemandPart(PolicyPart policies) {
        this.policies = policies;
    }

    @Override
    public String kind() {
        return AssessmentPart.KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("demand");
    }

    @Override
    public @Nullable String read(SpecReader spec) {
        return spec.text("demand");
    }

    @Override
    public void check(String demand, CatalogueView proposed, SpecReader faults) {
        AssessmentReading.checkDemand(demand, Policies.in(proposed, policies).terms(), faults);
    }
}
