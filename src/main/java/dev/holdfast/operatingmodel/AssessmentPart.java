package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What of a Service document is money and, read with it, demand. */
@Component
class AssessmentPart implements SpecPart<Assessment> {

    static final String KIND = "Service";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("exposurePerHour", "peaks", "profile");
    }

    @Override
    public Assessment read(SpecReader spec) {
        return AssessmentReading.read(spec);
    }
}
