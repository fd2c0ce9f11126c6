package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts schedules together: their documents through the versions, with the overrides that people made above them. */
@Component
class ScheduleBook {

    private final Documents documents;
    private final SchedulePart part;
    private final OverrideStore overrides;

    ScheduleBook(Documents documents, SchedulePart part, OverrideStore overrides) {
        this.documents = documents;
        this.part = part;
        this.overrides = overrides;
    }

    /** With its whole history. */
    Timeline timeline(String name) {
        var made = overrides.of(name).stream().flatMap(override -> override.inForce().stream()).toList();
        var versions = new ArrayList<Version<Schedule>>();
        documents.versions(SchedulePart.KIND, name).forEach(document -> documents
                .read(part, document)
                .ifPresent(schedule -> versions.add(new Version<>(document.inForce(), schedule))));
        return Timeline.of(versions, made);
    }

    /** Of several, from an instant on: one question for all. */
    Map<String, Timeline> timelines(Collection<String> names, Instant from) {
        var made = overridden(from).of(names);
        var timelines = new LinkedHashMap<String, Timeline>();
        documents.versions(part, names, from).forEach((name, versions) ->
                timelines.put(name, Timeline.of(versions, made.getOrDefault(name, List.of()))));
        return timelines;
    }

    /** The overrides that go on at that instant or are ahead of it. */
    Overridden overridden(Instant from) {
        return new Overridden(names -> overrides.from(names, from));
    }

    List<MadeOverride> made(Collection<String> schedules, Instant from) {
        return overrides.from(schedules, from);
    }

    Stream<String> names(CatalogueView view, Predicate<Schedule> wanted) {
        return view.parts(part).entrySet().stream().filter(each -> wanted.test(each.getValue())).map(Map.Entry::getKey);
    }

    /** Whose it is, without a query. */
    Optional<Holder> holder(CatalogueView view, String name) {
        return view.part(part, name).map(Schedule::holder);
    }

    /** Whose the wanted ones are, without a query. */
    Set<Holder> holders(CatalogueView view, BiPredicate<String, Schedule> wanted) {
        return view.parts(part).entrySet().stream()
                .filter(each -> wanted.test(each.getKey(), each.getValue()))
                .map(each -> each.getValue().holder())
                .collect(Collectors.toSet());
    }

    /** Those in force at that instant that are wanted, by name and schedule, from then on. */
    Rota rota(CatalogueView view, Instant at, BiPredicate<String, Schedule> wanted) {
        return rota(view, overridden(at), wanted);
    }

    /** The same with overrides that were asked for before. */
    Rota rota(CatalogueView view, Overridden overridden, BiPredicate<String, Schedule> wanted) {
        var schedules = view.parts(part).entrySet().stream()
                .filter(each -> wanted.test(each.getKey(), each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var made = overridden.of(schedules.keySet());
        var named = new ArrayList<NamedSchedule>();
        schedules.forEach((name, schedule) -> view.document(SchedulePart.KIND, name).ifPresent(document -> named.add(
                new NamedSchedule(
                        name,
                        document.place(),
                        schedule,
                        timeline(document, schedule, view.at(), made.getOrDefault(name, List.of()))))));
        return new Rota(named);
    }

    /** What is in force without an end needs no other version to look ahead. */
    private Timeline timeline(Document document, Schedule schedule, Instant from, List<ScheduleOverride> made) {
        return document.inForce().to() == null
                ? Timeline.of(schedule.roster().withOverrides(made))
                : Timeline.of(documents.versions(part, List.of(document.name()), from).getOrDefault(document.name(), List.of()), made);
    }
}
