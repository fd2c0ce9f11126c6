package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.Loose;
import dev.holdfast.catalogue.ServiceKind;
import dev.holdfast.catalogue.SpecReader;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** What the policy would select for a service that need not exist. */
@Service
public class Evaluations {

    private static final Set<String> FIELDS = Set.of("exposurePerHour", "demand", "kind", "at", "peaks");

    private record Question(Assessment assessment, @Nullable ServiceKind kind, @Nullable Instant at) {}

    private final Policies policies;
    private final Clock clock;

    Evaluations(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
    }

    /** By the policy in force; {@code at} is the instant that peaks are asked for. */
    public Outcome evaluate(ObjectNode question) {
        var now = clock.instant();
        var terms = policies.at(now).terms();
        var read = Loose.read(question, FIELDS, spec -> question(spec, terms));
        var at = Objects.requireNonNullElse(read.at(), now);
        return Selector.select(terms, read.assessment(), read.kind(), at).orElseThrow();
    }

    private static Question question(SpecReader spec, Terms terms) {
        var assessment = AssessmentReading.read(spec);
        spec.required("exposurePerHour", assessment.exposure());
        var demand = spec.required("demand", assessment.demand());
        if (demand != null) {
            AssessmentReading.checkDemand(demand, terms, spec);
        }
        var kind = spec.required("kind", spec.choice("kind", ServiceKind.class));
        return new Question(assessment, kind, spec.instant("at"));
    }
}
