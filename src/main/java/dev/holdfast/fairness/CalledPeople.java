package dev.holdfast.fairness;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.incidents.Responses;
import dev.holdfast.oncall.BrokenNights;
import dev.holdfast.paging.PeopleCalled;
import dev.holdfast.quantities.Period;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** When people were called out, from the records: who was called, and who worked in incidents. */
@Component
class CalledPeople implements BrokenNights {

    private final PeopleCalled called;
    private final Responses responses;
    private final Documents documents;
    private final Clock clock;

    CalledPeople(PeopleCalled called, Responses responses, Documents documents, Clock clock) {
        this.called = called;
        this.responses = responses;
        this.documents = documents;
        this.clock = clock;
    }

    /** Their callouts in that time, of those who had any; three queries, however many people. */
    Map<PersonName, List<Period>> callouts(Collection<PersonName> people, Instant from, Instant to) {
        if (people.isEmpty()) return Map.of();
        var now = clock.instant();
        var wanted = Set.copyOf(people);
        var parts = new HashMap<PersonName, List<Period>>();
        called.between(wanted, from, to).forEach(call -> parts.computeIfAbsent(call.person(), unseen -> new ArrayList<>()).add(CalledOut.call(call.at())));
        Stream.concat(responses.between(from, to).stream(), responses.writtenDown(wanted, from, to).stream())
                .filter(response -> wanted.contains(response.person()) && !response.from().isBefore(from) && !response.from().isAfter(now))
                .forEach(response -> parts.computeIfAbsent(response.person(), unseen -> new ArrayList<>())
                        .add(CalledOut.work(response.from(), response.to(), now)));
        var callouts = new HashMap<PersonName, List<Period>>();
        parts.forEach((person, its) -> callouts.put(person, CalledOut.joined(its)));
        return callouts;
    }

    @Override
    public Map<PersonName, Integer> between(Collection<PersonName> people, Instant from, Instant to) {
        var view = documents.at(clock.instant());
        var nights = new HashMap<PersonName, Integer>();
        callouts(people, from, to).forEach((person, its) -> {
            var broken = Nights.met(its, zone(view, person)).size();
            if (broken > 0) nights.put(person, broken);
        });
        return nights;
    }

    static ZoneId zone(CatalogueView view, PersonName person) {
        return view.person(person).map(Person::zone).orElse(ZoneOffset.UTC);
    }
}
