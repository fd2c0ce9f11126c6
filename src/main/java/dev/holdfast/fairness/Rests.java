package dev.holdfast.fairness;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.Leave;
import dev.holdfast.oncall.Leaves;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Who is to rest after callouts, until when, and who could cover. */
@Service
public class Rests {

    /** A weekend and a holiday on either side of it lie between a callout and the next start at most. */
    private static final Duration BEFORE = Duration.ofDays(5);

    private static final Duration SOON = Duration.ofHours(36);

    private final Documents documents;
    private final CalledPeople called;
    private final Leaves leaves;
    private final Contacts contacts;
    private final Clock clock;

    Rests(Documents documents, CalledPeople called, Leaves leaves, Contacts contacts, Clock clock) {
        this.documents = documents;
        this.called = called;
        this.leaves = leaves;
        this.contacts = contacts;
        this.clock = clock;
    }

    /** Whose rest is too short before a start of work in that time, with who could cover; of a team's members, or of all. */
    public List<Rest> between(Instant from, Instant to, @Nullable TeamName team) {
        return documents.holding(() -> {
            var view = documents.at(clock.instant());
            var people = team == null ? view.people().stream().map(Person::name).toList() : view.team(team).map(Team::members).orElse(List.of());
            var colleagues = people.stream().flatMap(person -> colleagues(view, person)).collect(Collectors.toSet());
            colleagues.addAll(people);
            var rests = rests(view, colleagues, from, to);
            var wanted = Set.copyOf(people);
            var tired = rests.stream().filter(rest -> wanted.contains(rest.person())).sorted(Comparator.comparing(Rest::nextStart).thenComparing(Rest::person)).toList();
            return tired.isEmpty() ? List.of() : covered(view, tired, rests, from, to);
        });
    }

    /** Of one person: the rest that goes on, or that comes with the next start. */
    public Optional<Rest> of(PersonName person) {
        var now = clock.instant();
        return rests(documents.at(now), Set.of(person), now.minus(Rest.ENOUGH), now.plus(SOON)).stream()
                .filter(rest -> rest.earliestStart().isAfter(now))
                .findFirst();
    }

    private List<Rest> rests(CatalogueView view, Collection<PersonName> people, Instant from, Instant to) {
        var rests = new TreeSet<Rest>(Comparator.comparing(Rest::nextStart).thenComparing(Rest::person));
        called.callouts(people, from.minus(BEFORE), to).forEach((person, callouts) -> Rest.of(person, callouts, calendar(view, person)).stream()
                .filter(rest -> rest.isShort() && !rest.nextStart().isBefore(from) && rest.nextStart().isBefore(to))
                .forEach(rests::add));
        return List.copyOf(rests);
    }

    /** Somebody of the same teams who was not called out that night either, is not away, and can be reached; in turn. */
    private List<Rest> covered(CatalogueView view, List<Rest> tired, List<Rest> all, Instant from, Instant to) {
        var candidates = tired.stream().flatMap(rest -> colleagues(view, rest.person())).collect(Collectors.toSet());
        var reachable = contacts.reachable(candidates);
        var callouts = called.callouts(candidates, from.minus(BEFORE), to);
        var away = leaves.of(candidates, from, to.plus(BEFORE));
        var covering = new HashMap<PersonName, Integer>();
        return tired.stream().map(rest -> {
            var cover = colleagues(view, rest.person())
                    .filter(other -> view.person(other).filter(Person::onCall).isPresent())
                    .filter(other -> isRested(other, rest, callouts, all) && isHere(other, rest, away))
                    .min(Comparator.comparing((PersonName other) -> !reachable.contains(other))
                            .thenComparing(other -> covering.getOrDefault(other, 0))
                            .thenComparing(Function.identity()))
                    .orElse(null);
            if (cover != null) covering.merge(cover, 1, Integer::sum);
            return rest.coveredBy(cover);
        }).toList();
    }

    private static boolean isRested(PersonName other, Rest rest, Map<PersonName, List<Period>> callouts, List<Rest> all) {
        var night = new Period(rest.nextStart().minus(Rest.ENOUGH), rest.nextStart());
        return all.stream().noneMatch(its -> its.person().equals(other) && its.nextStart().equals(rest.nextStart()))
                && callouts.getOrDefault(other, List.of()).stream().noneMatch(callout -> CalledOut.end(callout).isAfter(night.from()) && callout.from().isBefore(rest.nextStart()));
    }

    private static boolean isHere(PersonName other, Rest rest, Map<PersonName, List<Leave>> away) {
        var until = new Period(rest.nextStart(), rest.earliestStart());
        return away.getOrDefault(other, List.of()).stream().noneMatch(leave -> leave.period().overlaps(until));
    }

    private static Stream<PersonName> colleagues(CatalogueView view, PersonName person) {
        return view.teamsOf(person).stream().flatMap(team -> team.members().stream()).filter(other -> !other.equals(person)).distinct();
    }

    static WorkingCalendar calendar(CatalogueView view, PersonName person) {
        return view.teamsOf(person).stream().findFirst().map(team -> view.calendarOf(team.name())).orElseGet(view::calendar);
    }
}
