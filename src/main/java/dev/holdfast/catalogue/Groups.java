package dev.holdfast.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is declared by what it names, each group in the order of its names: looked through once for a state, not at each question. */
record Groups(
        Map<TeamName, List<Service>> byOwner, Map<DomainName, List<Service>> byDomain, Map<String, List<Service>> byTitle,
        Map<ServiceName, List<Service>> byNeed, Map<TeamKind, List<Team>> byKind, Map<PersonName, List<Team>> byMember, List<PersonName> administrators) {

    static Groups of(Collection<Service> services, Collection<Team> teams, Collection<Person> people) {
        return new Groups(
                by(services, Service::owner), by(services, Service::domain), byTitle(services), byNeed(services), by(teams, Team::kind), byMember(teams),
                people.stream().filter(Person::isAdmin).map(Person::name).sorted().toList());
    }

    static <K, V> List<V> in(Map<K, List<V>> groups, K key) {
        return groups.getOrDefault(key, List.of());
    }

    private static <K, V> Map<K, List<V>> by(Collection<V> all, Function<V, @Nullable K> key) {
        return all.stream()
                .filter(each -> key.apply(each) != null)
                .collect(Collectors.groupingBy(each -> Objects.requireNonNull(key.apply(each)), HashMap::new, Collectors.toUnmodifiableList()));
    }

    /** By title and by name, both in small letters. */
    private static Map<String, List<Service>> byTitle(Collection<Service> services) {
        return services.stream()
                .flatMap(service -> Stream.of(service.shown(), service.name().value())
                        .map(each -> each.toLowerCase(Locale.ROOT))
                        .distinct()
                        .map(each -> Map.entry(each, service)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, HashMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    }

    private static Map<ServiceName, List<Service>> byNeed(Collection<Service> services) {
        return services.stream()
                .flatMap(service -> service.dependsOn().stream()
                        .flatMap(each -> Stream.ofNullable(each.service()))
                        .distinct()
                        .map(each -> Map.entry(each, service)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, HashMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    }

    private static Map<PersonName, List<Team>> byMember(Collection<Team> teams) {
        return teams.stream()
                .flatMap(team -> team.members().stream().distinct().map(member -> Map.entry(member, team)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, HashMap::new, Collectors.mapping(Map.Entry::getValue, Collectors.toUnmodifiableList())));
    }
}
