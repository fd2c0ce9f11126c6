package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
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
        var made = inForce(overrides.of(name));
        return timeline(documents.versions(SchedulePart.KIND, name), made);
    }

    /** Those in force at that instant that are wanted, by name and schedule, from then on. */
    Rota rota(CatalogueView view, Instant at, BiPredicate<String, Schedule> wanted) {
        var schedules = view.parts(part).entrySet().stream()
                .filter(each -> wanted.test(each.getKey(), each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var made = overrides.from(schedules.keySet(), at).stream()
                .collect(Collectors.groupingBy(MadeOverride::schedule));
        var named = new ArrayList<NamedSchedule>();
        schedules.forEach((name, schedule) -> view.document(SchedulePart.KIND, name).ifPresent(document -> named.add(
                new NamedSchedule(
                        name,
                        document.place(),
                        schedule,
                        timeline(document, schedule, inForce(made.getOrDefault(name, List.of())))))));
        return new Rota(named);
    }

    /** What is in force without an end needs no history to look ahead. */
    private Timeline timeline(Document document, Schedule schedule, List<ScheduleOverride> made) {
        return document.inForce().to() == null
                ? Timeline.of(schedule.roster().withOverrides(made))
                : timeline(documents.versions(SchedulePart.KIND, document.name()), made);
    }

    private Timeline timeline(List<Document> history, List<ScheduleOverride> made) {
        var versions = new ArrayList<Timeline.Version>();
        for (var document : history) {
            var to = document.inForce().to();
            documents.read(part, document).ifPresent(schedule -> versions.add(new Timeline.Version(
                    document.inForce().from(),
                    to == null ? Instant.MAX : to,
                    schedule.roster().withOverrides(made))));
        }
        return new Timeline(versions);
    }

    private static List<ScheduleOverride> inForce(List<MadeOverride> made) {
        return made.stream().flatMap(override -> override.inForce().stream()).toList();
    }
}
