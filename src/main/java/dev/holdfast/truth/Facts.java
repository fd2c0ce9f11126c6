package dev.holdfast.truth;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.Covering;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the findings are decided from.
 *
 * @param today in the organisation's zone
 * @param atRisk what an hour without a service costs, where it has said so
 * @param gone teams that were there once, and when they ended
 */
record Facts(
        CatalogueView view,
        LocalDate today,
        Map<ServiceName, Selected> selected,
        Map<ServiceName, Money> atRisk,
        Map<ServiceName, Covering> coverings,
        Set<PersonName> reachable,
        Map<String, Instant> gone) {

    /** Those that are not over. */
    List<Service> services() {
        return view.services().stream().filter(service -> service.lifecycle() != Lifecycle.DECOMMISSIONED).toList();
    }

    Map<TeamName, List<Service>> byOwner() {
        return services().stream()
                .filter(service -> service.owner() != null)
                .collect(Collectors.groupingBy(service -> java.util.Objects.requireNonNull(service.owner())));
    }

    /** All of them together, where at least one has said what it costs. */
    @Nullable Money atRisk(Collection<Service> services) {
        return services.stream()
                .map(service -> atRisk.get(service.name()))
                .filter(money -> money != null)
                .reduce(Money::plus)
                .orElse(null);
    }

    @Nullable Money atRisk(Service service) {
        return atRisk.get(service.name());
    }

    boolean hasLeft(PersonName person) {
        if (document("Person", person.value()).filter(it -> !it.annotation(Document.LEFT).isEmpty()).isPresent()) return true;
        return view.person(person).map(it -> it.leaves() != null && it.leaves().isBefore(today)).orElse(false);
    }

    List<PersonName> present(Team team) {
        return team.members().stream().filter(member -> view.person(member).isPresent() && !hasLeft(member)).toList();
    }

    Optional<Document> document(String kind, String name) {
        return view.document(kind, name);
    }
}
