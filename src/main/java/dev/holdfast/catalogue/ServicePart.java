package dev.holdfast.catalogue;

import dev.holdfast.search.Place;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fields of a Service that say what it is, who owns it and what it needs. */
final class ServicePart implements SpecPart<Service> {

    static final ServicePart IT = new ServicePart();
    static final String KIND = "Service";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of(
                "kind", "type", "owner", "domain", "lifecycle", "dependsOn", "databases", "links", "support", "addresses");
    }

    @Override
    public Service read(SpecReader spec) {
        var kind = spec.required("kind", spec.choice("kind", ServiceKind.class));
        var owner = spec.required("owner", spec.reference("owner", TeamPart.KIND));
        return new Service(
                new ServiceName(spec.name()),
                spec.title(),
                spec.description(),
                kind,
                type(spec, kind),
                named(owner).map(TeamName::new).orElse(null),
                named(spec.reference("domain", DomainPart.KIND)).map(DomainName::new).orElse(null),
                spec.choice("lifecycle", Lifecycle.class),
                dependencies(spec),
                Names.read(spec, "databases"),
                support(spec),
                Links.ofService(spec),
                addresses(spec));
    }

    private static @Nullable FoundationalType type(SpecReader spec, @Nullable ServiceKind kind) {
        var type = spec.choice("type", FoundationalType.class);
        if (type != null && kind == ServiceKind.DIGITAL) {
            spec.fault("type", "STATE", "type belongs to a foundational service only");
        }
        return type;
    }

    private static List<Dependency> dependencies(SpecReader spec) {
        var dependencies = new ArrayList<Dependency>();
        for (var each : spec.objects("dependsOn")) {
            var service = each.reference("service", KIND);
            var thirdParty = Names.checked(each, "thirdParty", each.text("thirdParty"));
            var via = each.choice("via", Softening.class);
            if ((service == null) == (thirdParty == null)) {
                each.fault("", "REQUIRED", "A dependency names either a service or a thirdParty");
            } else {
                var to = named(service).map(ServiceName::new).orElse(null);
                dependencies.add(new Dependency(to, thirdParty, via == null ? Softening.HARD : via));
            }
        }
        return dependencies;
    }

    /** Where its users reach it: a host, or a host and how the path begins. */
    private static List<String> addresses(SpecReader spec) {
        var addresses = spec.texts("addresses");
        for (var index = 0; index < addresses.size(); index++) {
            if (Place.read(addresses.get(index)).isEmpty()) {
                spec.fault("addresses[" + index + "]", "MALFORMED", addresses.get(index) + " is no address such as shop.example/bedroom");
            }
        }
        return addresses;
    }

    private static Map<Tier, TeamName> support(SpecReader spec) {
        var support = new EnumMap<Tier, TeamName>(Tier.class);
        var tiers = spec.object("support");
        if (tiers == null) return support;
        for (var tier : Tier.values()) {
            named(tiers.reference(tier.spelling(), TeamPart.KIND)).ifPresent(team -> support.put(tier, new TeamName(team)));
        }
        return support;
    }

    private static Optional<String> named(@Nullable String name) {
        return Optional.ofNullable(name).filter(text -> !text.isBlank());
    }
}
