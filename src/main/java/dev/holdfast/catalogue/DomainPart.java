package dev.holdfast.catalogue;

import java.util.Set;

/** All fields of a Domain. */
final class DomainPart implements SpecPart<Domain> {

    static final DomainPart IT = new DomainPart();
    static final String KIND = "Domain";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("grouping", "budgetHolder");
    }

    @Override
    public Domain read(SpecReader spec) {
        return new Domain(
                new DomainName(spec.name()),
                spec.title(),
                spec.description(),
                spec.choice("grouping", Domain.Grouping.class),
                TeamPart.person(spec, "budgetHolder"));
    }
}
