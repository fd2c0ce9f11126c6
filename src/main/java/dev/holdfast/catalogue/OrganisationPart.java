package dev.holdfast.catalogue;

import java.util.Set;

/** The working hours of the Organisation. */
final class OrganisationPart implements SpecPart<Organisation> {

    static final OrganisationPart IT = new OrganisationPart();
    static final String KIND = "Organisation";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("workingHours");
    }

    @Override
    public Organisation read(SpecReader spec) {
        return new Organisation(spec.name(), spec.title(), WorkingHours.read(spec));
    }
}
