package dev.holdfast.truth;

import dev.holdfast.catalogue.Dependency;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.AvailabilityLevel;
import dev.holdfast.quantities.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What services need that is not there, promises less, is another's, or needs them in turn. */
final class Needs {

    private final Facts facts;
    private final List<Finding> found = new ArrayList<>();

    private Needs(Facts facts) {
        this.facts = facts;
    }

    static List<Finding> of(Facts facts) {
        var needs = new Needs(facts);
        for (var service : facts.services()) {
            needs.missing(service);
            needs.lower(service);
            needs.databases(service);
        }
        Circles.among(facts.services()).forEach(needs::circle);
        return needs.found;
    }

    private void missing(Service service) {
        var missing = service.dependsOn().stream()
                .map(Dependency::service)
                .filter(name -> name != null && facts.view().service(name).isEmpty())
                .map(String::valueOf)
                .sorted()
                .toList();
        if (missing.isEmpty()) return;
        found.add(Finding.of(
                        Check.UNRESOLVED_DEPENDENCY, "Service", service.name().value(),
                        service.name() + " needs " + Names.of(missing) + ", which is not here.",
                        facts.atRisk(service), "spec.dependsOn")
                .with(missing));
    }

    private void lower(Service service) {
        var level = level(service.name());
        if (level == null) return;
        for (var dependency : service.dependsOn()) {
            var on = dependency.service();
            var below = on == null ? null : level(on);
            if (on == null || below == null || !dependency.isHard() || below.isAtLeast(level)) continue;
            found.add(Finding.of(
                            Check.LOWER_TARGET, "Service", service.name().value() + "/" + on,
                            service.name() + " aims at " + level + " %" + hour(facts.atRisk(service)) + " and needs " + on
                                    + " hard, which aims at " + below + " %" + hour(facts.atRisk().get(on)) + ".",
                            facts.atRisk(service), "spec.dependsOn")
                    .with(List.of(on.value())));
        }
    }

    private void databases(Service service) {
        var wanted = facts.document("Service", service.name().value()).map(it -> it.annotation(Document.DATABASES_WANTED)).orElse("");
        if (wanted.isEmpty()) return;
        for (var database : wanted.split(" ")) {
            var consumer = facts.view().services().stream().filter(other -> other.databases().contains(database)).findFirst();
            found.add(Finding.of(
                            Check.DATABASE_SHARED, "Service", service.name().value() + "/" + database,
                            service.name() + " uses " + database + " too" + consumer.map(it -> ", which is " + it.name() + "'s"
                                    + (it.owner() == null ? "" : ", owned by " + it.owner())).orElse("") + ".",
                            facts.atRisk(service), "spec.databases")
                    .with(consumer.map(it -> List.of(it.name().value())).orElse(List.of())));
        }
    }

    private void circle(List<ServiceName> circle) {
        var names = circle.stream().map(ServiceName::value).toList();
        var services = circle.stream().flatMap(name -> facts.view().service(name).stream()).toList();
        found.add(Finding.of(
                        Check.CYCLE, "Service", names.getFirst(),
                        String.join(" → ", names) + " → " + names.getFirst() + ".", facts.atRisk(services), "spec.dependsOn")
                .with(names));
    }

    private @Nullable AvailabilityLevel level(ServiceName name) {
        var selected = facts.selected().get(name);
        return selected == null ? null : selected.level();
    }

    private static String hour(@Nullable Money money) {
        return money == null ? "" : " (" + Objects.requireNonNull(money).forPeople() + " an hour)";
    }
}
