package dev.holdfast.catalogue;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        return Set.of("contact", "raise", "promises", "terms", "links");
    }

    @Override
    public ThirdParty read(SpecReader spec) {
        return new ThirdParty(
                spec.name(),
                spec.title(),
                spec.text("contact"),
                spec.text("raise"),
                spec.text("promises"),
                terms(spec.object("terms")),
                Links.ofAnyKind(spec));
    }

    private static ThirdParty.@Nullable Terms terms(@Nullable SpecReader terms) {
        return terms == null
                ? null
                : new ThirdParty.Terms(time(terms, "respondWithin"), time(terms, "restoreWithin"), terms.text("charge"), terms.text("credit"));
    }

    private static @Nullable Duration time(SpecReader terms, String field) {
        var time = terms.duration(field);
        if (time == null || time.isPositive()) return time;
        terms.fault(field, "OUT_OF_RANGE", field + " is longer than nothing");
        return null;
    }
}
