package dev.holdfast.remuneration;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.TeamKind;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.oncall.Watch;
import dev.holdfast.operatingmodel.OnCallLevel;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each schedule's standby means through time: on which services its cost falls, and whether anybody need be ready. */
final class Settings {

    private final NavigableMap<Instant, Declared> declared;
    private final Map<TeamName, List<Answering>> byOwner;
    private final Map<DomainName, List<Answering>> byDomain;
    private final Map<Watch.Of, NavigableMap<Instant, Setting>> known = new HashMap<>();

    Settings(NavigableMap<Instant, Declared> declared, List<Answering> services) {
        this.declared = declared;
        this.byOwner = grouped(services, Service::owner);
        this.byDomain = grouped(services, Service::domain);
    }

    /** Each until the next. */
    NavigableMap<Instant, Setting> of(Watch.Of of) {
        return known.computeIfAbsent(of, this::found);
    }

    Declared declaredAt(Instant at) {
        return Objects.requireNonNullElseGet(declared.floorEntry(at), declared::firstEntry).getValue();
    }

    private NavigableMap<Instant, Setting> found(Watch.Of of) {
        var concerned = concerned(of);
        var edges = new TreeSet<>(declared.keySet());
        concerned.forEach(each -> edges.addAll(List.of(each.from(), each.to())));
        var settings = new TreeMap<Instant, Setting>();
        for (var edge : edges) {
            var setting = at(of, edge, declaredAt(edge), concerned.stream().filter(each -> each.contains(edge)).toList());
            var before = settings.lastEntry();
            if (before == null || !before.getValue().equals(setting)) settings.put(edge, setting);
        }
        return settings;
    }

    private List<Answering> concerned(Watch.Of of) {
        if (of.team() != null) return byOwner.getOrDefault(of.team(), List.of());
        return of.domain() == null ? List.of() : byDomain.getOrDefault(of.domain(), List.of());
    }

    private static Setting at(Watch.Of of, Instant at, Declared declared, List<Answering> services) {
        if (of.team() != null) {
            var calendar = declared.view().calendarOf(of.team());
            return new Setting(ofTeam(of.team(), of.tier(), declared, services), calendar, declared.prices(), of.team().value());
        }
        if (of.domain() != null) {
            return new Setting(ofDomain(of.domain(), declared, services), declared.calendarOf(of.domain()), declared.prices(), null);
        }
        return new Setting(
                List.of(declared.share(Bearer.INCIDENT_MANAGER, List.of())), declared.calendarOfDuty(), declared.prices(), null);
    }

    /** Its digital services at level team; of operations, or of a team that owns no service, the team itself. */
    private static List<Share> ofTeam(TeamName team, @Nullable Tier tier, Declared declared, List<Answering> owned) {
        var covered = owned.stream().filter(service -> service.level() == OnCallLevel.TEAM).toList();
        var digital = covered.stream().filter(Answering::isDigital).toList();
        if (tier == null && !covered.isEmpty()) {
            return (digital.isEmpty() ? covered : digital).stream()
                    .map(Answering::name)
                    .sorted()
                    .map(name -> declared.share(new Bearer(Bearer.Kind.SERVICE, name), List.of()))
                    .toList();
        }
        return tier != null || owned.isEmpty() || isOperations(team, declared)
                ? List.of(declared.share(new Bearer(Bearer.Kind.TEAM, team.value()), List.of()))
                : List.of();
    }

    private static List<Share> ofDomain(DomainName domain, Declared declared, List<Answering> services) {
        var covered = services.stream().filter(service -> service.level() == OnCallLevel.DOMAIN).map(Answering::name).sorted().toList();
        return covered.isEmpty() ? List.of() : List.of(declared.share(new Bearer(Bearer.Kind.DOMAIN, domain.value()), covered));
    }

    private static boolean isOperations(TeamName team, Declared declared) {
        return declared.view().team(team)
                .filter(it -> it.kind() == TeamKind.OPERATIONS_BRIDGE || it.kind() == TeamKind.APPLICATION_SUPPORT)
                .isPresent();
    }

    private static <K> Map<K, List<Answering>> grouped(List<Answering> services, Function<Service, @Nullable K> by) {
        return services.stream()
                .flatMap(each -> Stream.ofNullable(by.apply(each.service())).map(key -> Map.entry(key, each)))
                .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
