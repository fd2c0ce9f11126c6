package dev.holdfast.catalogue;

import java.util.Set;

/** All fields of a ThirdParty. */
final class ThirdPartyPart implements SpecPart<ThirdParty> {

    static final ThirdPartyPart IT = new ThirdPartyPart();
    static final String KIND = "ThirdParty";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("contact", "raise", "promises", "links");
    }

    @Override
    public ThirdParty read(SpecReader spec) {
        return new ThirdParty(
                spec.name(),
                spec.title(),
                spec.text("contact"),
                spec.text("raise"),
                spec.text("promises"),
                Links.ofAnyKind(spec));
    }
}
