package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Who goes along beside whom: by the schedules as they are declared, and what was done of it. */
@Service
public class Shadows {

    private final Documents documents;
    private final SchedulePart part;
    private final ScheduleBook book;
    private final ShadowStore store;
    private final Clock clock;

    Shadows(Documents documents, SchedulePart part, ScheduleBook book, ShadowStore store, Clock clock) {
        this.documents = documents;
        this.part = part;
        this.book = book;
        this.store = store;
        this.clock = clock;
    }

    /** Those of a schedule at the instant of a view; without a query. */
    public List<Shadow> now(CatalogueView view, String schedule) {
        return view.part(part, schedule).stream()
                .flatMap(its -> its.shadows().stream())
                .filter(shadow -> shadow.contains(view.at()))
                .toList();
    }

    /** Who goes along with somebody who is called by a schedule; without a query, so that no call waits for it. */
    public List<PersonName> beside(CatalogueView view, String schedule, PersonName called) {
        return now(view, schedule).stream()
                .filter(shadow -> shadow.with().equals(called))
                .map(Shadow::person)
                .distinct()
                .toList();
    }

    /** The turns of several people that reach into a time, by when they begin; two questions for all. */
    public List<ShadowTurn> turns(Collection<PersonName> people, Instant from, Duration length) {
        return turns(from, from.plus(length), shadow -> people.contains(shadow.person()));
    }

    /** The turns of a schedule on which somebody goes along, in a time that begins now or later. */
    public List<ShadowTurn> turns(String schedule, Instant from, Duration length) {
        return turns(from, from.plus(length), shadow -> true).stream().filter(turn -> turn.schedule().equals(schedule)).toList();
    }

    /** The turns that people have done, of those who have done any, the oldest first. */
    public Map<PersonName, List<ShadowTurn>> done(Collection<PersonName> people) {
        var now = clock.instant();
        return store.of(people).stream()
                .filter(turn -> !turn.to().isAfter(now))
                .collect(Collectors.groupingBy(ShadowTurn::person, LinkedHashMap::new, Collectors.toList()));
    }

    /** All that reach into a time. They are worked out from where the shadows begin, so that a turn keeps its beginning. */
    List<ShadowTurn> turns(Instant from, Instant to, Predicate<Shadow> wanted) {
        return documents.holding(() -> {
            var shadows = new LinkedHashMap<String, List<Shadow>>();
            documents.at(clock.instant()).parts(part).forEach((name, schedule) -> {
                var its = schedule.shadows().stream()
                        .filter(shadow -> shadow.from().isBefore(to) && shadow.to().isAfter(from) && wanted.test(shadow))
                        .toList();
                if (!its.isEmpty()) shadows.put(name, its);
            });
            return shadows.isEmpty() ? List.<ShadowTurn>of() : turns(shadows, from, to);
        });
    }

    private List<ShadowTurn> turns(Map<String, List<Shadow>> shadows, Instant from, Instant to) {
        var all = shadows.values().stream().flatMap(List::stream).toList();
        var start = all.stream().map(Shadow::from).min(Comparator.naturalOrder()).orElse(from);
        var end = all.stream().map(Shadow::to).max(Comparator.naturalOrder()).orElse(to);
        var turns = new ArrayList<ShadowTurn>();
        book.timelines(shadows.keySet(), start).forEach((name, timeline) -> {
            var shifts = timeline.shifts(start, end);
            shadows.getOrDefault(name, List.of()).forEach(shadow -> turns.addAll(Shadowing.turns(name, shadow, shifts)));
        });
        return turns.stream()
                .filter(turn -> turn.from().isBefore(to) && turn.to().isAfter(from))
                .sorted(Comparator.comparing(ShadowTurn::from).thenComparing(ShadowTurn::schedule).thenComparing(ShadowTurn::person))
                .distinct()
                .toList();
    }
}
