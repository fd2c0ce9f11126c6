package dev.holdfast.oncall;

import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is proposed for a domain: who, in which order, from when, and what to think about (X1). */
final class Proposing {

    static final int FEWEST = 3;

    private static final Set<String> REGIONS = Set.of(
            "africa", "america", "americas", "apac", "asia", "australia", "china", "dach", "east", "emea", "eu", "europe", "france", "germany",
            "india", "international", "latam", "london", "nordics", "north", "region", "regional", "south", "uk", "us", "usa", "west");
    private static final Set<String> TOOLS = Set.of(
            "aws", "azure", "cobol", "docker", "dotnet", "gcp", "golang", "java", "jenkins", "jvm", "kafka", "kotlin", "kubernetes", "linux",
            "mainframe", "mongodb", "mysql", "net", "node", "nodejs", "oracle", "php", "postgres", "python", "react", "ruby", "salesforce", "sap",
            "scala", "tool", "tools", "windows");

    private Proposing() {}

    /**
     * The people of several teams in one order in which each team's are as far apart as can be, whatever their number;
     * each once. Those who cannot be reached come last, and only where there are fewer than three others.
     */
    static List<PersonName> order(List<List<PersonName>> teams, Predicate<PersonName> reachable) {
        var reached = interleaved(teams, reachable);
        if (reached.size() >= FEWEST) return reached;
        var all = new ArrayList<>(reached);
        interleaved(teams, reachable.negate()).stream().filter(person -> !reached.contains(person)).limit(FEWEST - reached.size()).forEach(all::add);
        return List.copyOf(all);
    }

    private record Place(PersonName person, double at, int team) {}

    private static List<PersonName> interleaved(List<List<PersonName>> teams, Predicate<PersonName> wanted) {
        var places = new ArrayList<Place>();
        var seen = new HashSet<PersonName>();
        for (var team = 0; team < teams.size(); team++) {
            var people = teams.get(team).stream().filter(wanted).filter(seen::add).toList();
            for (var turn = 0; turn < people.size(); turn++) {
                places.add(new Place(people.get(turn), (2 * turn + 1) / (2.0 * people.size()), team));
            }
        }
        return places.stream().sorted(Comparator.comparingDouble(Place::at).thenComparing(Place::team)).map(Place::person).toList();
    }

    static List<Proposal.Warning> warnings(Domain domain, List<PersonName> people, Predicate<PersonName> reachable) {
        var warnings = new ArrayList<Proposal.Warning>();
        var grouping = grouping(domain);
        if (grouping == Domain.Grouping.REGION) warnings.add(Proposal.Warning.GROUPED_BY_REGION);
        if (grouping == Domain.Grouping.TOOL) warnings.add(Proposal.Warning.GROUPED_BY_TOOL);
        if (people.size() < FEWEST) warnings.add(Proposal.Warning.FEW_PARTICIPANTS);
        if (!people.stream().allMatch(reachable)) warnings.add(Proposal.Warning.UNREACHABLE);
        return warnings;
    }

    /** What the domain says; where it says nothing, what its name sounds like. */
    static Domain.@Nullable Grouping grouping(Domain domain) {
        if (domain.grouping() != null) return domain.grouping();
        var words = new HashSet<>(List.of((domain.name() + " " + domain.shown()).toLowerCase(Locale.ROOT).split("[^a-z]+")));
        if (words.stream().anyMatch(REGIONS::contains)) return Domain.Grouping.REGION;
        return words.stream().anyMatch(TOOLS::contains) ? Domain.Grouping.TOOL : null;
    }

    /** Weekly from Monday's start of work, in force from when it is needed: nobody is said to have been on call before. */
    static ObjectNode schedule(Domain domain, List<PersonName> people, WorkingCalendar calendar, Instant needed) {
        var from = LocalDateTime.ofInstant(needed, calendar.zone()).truncatedTo(ChronoUnit.MINUTES);
        var opens = calendar.windows().stream().map(window -> window.from()).min(Comparator.naturalOrder()).orElse(LocalTime.of(9, 0));
        var monday = from.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atTime(opens);
        var spec = JsonNodeFactory.instance.objectNode();
        spec.put("domain", domain.name().value());
        spec.put("hours", "out-of-hours");
        spec.put("timeZone", calendar.zone().getId());
        var layer = spec.putArray("layers").addObject();
        layer.put("start", (monday.isAfter(from) ? monday.minusWeeks(1) : monday).toString());
        layer.put("every", "P1W");
        layer.put("from", from.toString());
        var order = layer.putArray("people");
        people.forEach(person -> order.add(person.value()));
        return spec;
    }
}
