package dev.holdfast.fairness;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.NotFound;
import dev.holdfast.oncall.Leave;
import dev.holdfast.oncall.Leaves;
import dev.holdfast.oncall.Served;
import dev.holdfast.oncall.ServedTimes;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** What being on call asked of people through a part of time, and which swaps would even it out. */
@Service
public class Fairness {

    private static final Duration AHEAD = Duration.ofDays(84);
    private static final Duration NOTICE = Duration.ofDays(1);

    private final Documents documents;
    private final ServedTimes served;
    private final CalledPeople called;
    private final Leaves leaves;
    private final Clock clock;

    Fairness(Documents documents, ServedTimes served, CalledPeople called, Leaves leaves, Clock clock) {
        this.documents = documents;
        this.served = served;
        this.called = called;
        this.leaves = leaves;
        this.clock = clock;
    }

    /** A team's members, and whoever was on call by its schedules; by every schedule that they are on. */
    public Shared ofTeam(TeamName team, Instant from, Instant to) {
        var view = documents.at(clock.instant());
        var members = view.team(team).map(Team::members).orElseThrow(() -> new NotFound("There is no team " + team + "."));
        return documents.holdingFrom(from, () -> of(view, members, served.ofTeam(team, from, ahead(to)), from, to));
    }

    /** Whoever was on call by a domain's schedules. */
    public Shared ofDomain(DomainName domain, Instant from, Instant to) {
        var view = documents.at(clock.instant());
        if (view.domain(domain).isEmpty()) throw new NotFound("There is no domain " + domain + ".");
        return documents.holdingFrom(from, () -> of(view, List.of(), served.ofDomain(domain, from, ahead(to)), from, to));
    }

    /** Everybody who was on call; without suggestions. */
    public Shared ofAll(Instant from, Instant to) {
        var view = documents.at(clock.instant());
        return documents.holdingFrom(from, () -> {
            var all = served.all(from, to);
            return new Shared(burdens(view, onCall(all), all, from, to), List.of());
        });
    }

    /** Suggestions look at the twelve weeks ahead, whatever the past that is asked for. */
    private Instant ahead(Instant to) {
        var end = clock.instant().plus(AHEAD);
        return end.isAfter(to) ? end : to;
    }

    private Shared of(CatalogueView view, List<PersonName> members, List<Served> own, Instant from, Instant to) {
        var people = new TreeSet<>(members);
        people.addAll(onCall(own));
        if (people.isEmpty()) return new Shared(List.of(), List.of());
        var all = served.naming(people, from, ahead(to));
        var burdens = burdens(view, people, all.stream().map(each -> until(each, to)).toList(), from, to);
        return new Shared(burdens, Suggestions.of(situation(burdens, own, all)));
    }

    private List<Burden> burdens(CatalogueView view, Set<PersonName> people, List<Served> all, Instant from, Instant to) {
        var callouts = called.callouts(people, from, to);
        var byPerson = byPerson(all);
        return people.stream()
                .map(person -> Tally.of(person, CalledPeople.zone(view, person), byPerson.getOrDefault(person, List.of()), callouts.getOrDefault(person, List.of())))
                .toList();
    }

    private static Map<PersonName, List<Served>> byPerson(List<Served> all) {
        var byPerson = new HashMap<PersonName, List<Served>>();
        for (var each : all) {
            each.shifts().stream().collect(Collectors.groupingBy(shift -> shift.person())).forEach((person, shifts) ->
                    byPerson.computeIfAbsent(person, unseen -> new ArrayList<>())
                            .add(new Served(each.schedule(), each.team(), each.domain(), each.calendar(), each.participants(), shifts)));
        }
        return byPerson;
    }

    /** Only who takes turns is compared: who is on no rotation evens nothing out. A turn that the horizon cuts is left alone. */
    private Suggestions.Situation situation(List<Burden> burdens, List<Served> own, List<Served> all) {
        var now = clock.instant();
        var end = now.plus(AHEAD).minusSeconds(60);
        var takers = own.stream().collect(Collectors.toMap(Served::schedule, Served::participants));
        var taking = takers.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var had = burdens.stream().filter(burden -> taking.contains(burden.person())).collect(Collectors.toMap(Burden::person, Burden::outOfHours));
        var slots = own.stream().flatMap(each -> Slot.of(each, now.plus(NOTICE), end).stream()).filter(slot -> had.containsKey(slot.person())).toList();
        var changing = slots.stream().flatMap(slot -> slot.parts().stream().map(part -> slot.schedule() + part.from())).collect(Collectors.toCollection(HashSet::new));
        var taken = new HashMap<PersonName, List<Period>>();
        all.forEach(each -> each.shifts().stream()
                .filter(shift -> shift.to().isAfter(now) && !changing.contains(each.schedule() + shift.from()))
                .forEach(shift -> taken.computeIfAbsent(shift.person(), unseen -> new ArrayList<>()).add(new Period(shift.from(), shift.to()))));
        leaves.of(taking, now, end).forEach((person, away) -> taken.computeIfAbsent(person, unseen -> new ArrayList<>()).addAll(away.stream().map(Leave::period).toList()));
        return new Suggestions.Situation(had, slots, taken, takers);
    }

    private static Served until(Served each, Instant to) {
        var shifts = each.shifts().stream().filter(shift -> shift.from().isBefore(to)).map(shift -> shift.until(to)).toList();
        return new Served(each.schedule(), each.team(), each.domain(), each.calendar(), each.participants(), shifts);
    }

    private static Set<PersonName> onCall(List<Served> served) {
        return Stream.concat(served.stream().flatMap(each -> each.shifts().stream()).map(shift -> shift.person()),
                        served.stream().map(Served::participants).flatMap(Set::stream))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everybody's burden, and what would even it out. */
    public record Shared(List<Burden> people, List<Suggestion> suggestions) {

        public Shared {
            people = List.copyOf(people);
            suggestions = List.copyOf(suggestions);
        }

        /** Of those who were on call at all, or take part. */
        public Optional<BigDecimal> spread(Function<Burden, Long> measure) {
            return Optional.ofNullable(Spread.of(people.stream().map(measure).toList()));
        }
    }
}
