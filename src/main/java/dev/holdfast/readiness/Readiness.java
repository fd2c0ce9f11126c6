package dev.holdfast.readiness;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.transaction.annotation.Transactional;

/** The door: how services and people are prepared, and what people write down as evidence of it (R1). It stops nothing. */
@org.springframework.stereotype.Service
public class Readiness {

    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_ADDRESS = 2000;
    private static final Duration SHORTEST = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(3 * 366);
    private static final int HISTORY = 200;

    private final Documents documents;
    private final ReadinessFacts facts;
    private final EvidenceStore store;
    private final Ownership ownership;
    private final Ledger ledger;
    private final Clock clock;

    Readiness(Documents documents, ReadinessFacts facts, EvidenceStore store, Ownership ownership, Ledger ledger, Clock clock) {
        this.documents = documents;
        this.facts = facts;
        this.store = store;
        this.ownership = ownership;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** All seven of a service. */
    public List<Prepared> of(ServiceName name) {
        return documents.holding(() -> {
            var view = documents.at(clock.instant());
            return Objects.requireNonNull(prepared(view, Map.of(name, facts.of(view, service(view, name)))).get(name));
        });
    }

    /** Of every service that is not decommissioned, in a number of queries that does not grow with them. */
    public Map<ServiceName, List<Prepared>> ofAll(CatalogueView view) {
        return prepared(view, facts.ofAll(view, view.services().stream().filter(service -> service.lifecycle() != Lifecycle.DECOMMISSIONED).toList()));
    }

    /** Those that are a person's; none of somebody who takes no turns, of whom nothing is asked. */
    public List<Prepared> of(PersonName name) {
        return documents.holding(() -> {
            var view = documents.at(clock.instant());
            var person = person(view, name);
            if (!person.onCall() || person.hasLeft(view.at())) return List.<Prepared>of();
            var known = facts.ofPerson(view, person);
            var written = store.latest(Subject.Kind.PERSON, List.of(name.value())).getOrDefault(name.value(), Map.of());
            return judged(Subject.Kind.PERSON, written, preparation -> PersonKnowledge.of(preparation, known), view);
        });
    }

    public boolean mayWrite(Viewer viewer, Subject subject) {
        return switch (subject.kind()) {
            case SERVICE -> ownership.mayChange(viewer, new ServiceName(subject.name()));
            case PERSON -> ownership.mayChangePerson(viewer, new PersonName(subject.name()));
        };
    }

    /** What was written down before counts no more, and is kept. */
    @Transactional
    public void write(Viewer viewer, Subject subject, Preparation preparation, NewEvidence asked) {
        demand(viewer, subject);
        refuseWhatCannotBe(subject, preparation, asked);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var before = store.latest(subject.kind(), List.of(subject.name())).getOrDefault(subject.name(), Map.of()).get(preparation);
        var evidence = new Evidence(
                asked.text().strip(), asked.url() == null ? null : asked.url().toString(), viewer.by(), now,
                asked.validFor() == null ? preparation.usualValidity() : asked.validFor());
        store.add(subject, preparation, evidence, now);
        ledger.record(viewer.by(), "readiness-evidence-written", subject + "/" + preparation.word(), before, evidence);
    }

    /** Everything that was written, the latest first. */
    public List<Written> history(Subject subject) {
        demandKnown(subject);
        return store.of(subject, HISTORY);
    }

    /** @throws NotFound where there is no such service or person */
    public void demandKnown(Subject subject) {
        var view = documents.at(clock.instant());
        switch (subject.kind()) {
            case SERVICE -> service(view, new ServiceName(subject.name()));
            case PERSON -> person(view, new PersonName(subject.name()));
        }
    }

    private Map<ServiceName, List<Prepared>> prepared(CatalogueView view, Map<ServiceName, ServiceFacts> known) {
        var written = store.latest(Subject.Kind.SERVICE, known.keySet().stream().map(ServiceName::value).toList());
        var all = new LinkedHashMap<ServiceName, List<Prepared>>();
        known.forEach((name, its) -> all.put(name, judged(
                Subject.Kind.SERVICE, written.getOrDefault(name.value(), Map.of()), preparation -> ServiceKnowledge.of(preparation, its), view)));
        return all;
    }

    private static List<Prepared> judged(
            Subject.Kind kind, Map<Preparation, Evidence> written, Function<Preparation, Known> known, CatalogueView view) {
        return Arrays.stream(Preparation.values())
                .filter(preparation -> preparation.isOf(kind))
                .map(preparation -> Judging.of(preparation, known.apply(preparation), written.get(preparation), view.at()))
                .toList();
    }

    private void demand(Viewer viewer, Subject subject) {
        demandKnown(subject);
        switch (subject.kind()) {
            case SERVICE -> ownership.demand(viewer, new ServiceName(subject.name()));
            case PERSON -> ownership.demandPerson(viewer, new PersonName(subject.name()));
        }
    }

    private static void refuseWhatCannotBe(Subject subject, Preparation preparation, NewEvidence asked) {
        if (!preparation.isOf(subject.kind())) {
            throw Unprocessable.of("preparation", "STATE", preparation.title() + " is a service's: write it down for the service.");
        }
        if (asked.text().isBlank()) throw Unprocessable.of("text", "REQUIRED", "Say what shows it, in a sentence.");
        if (asked.text().length() > LONGEST_TEXT) throw Unprocessable.of("text", "OUT_OF_RANGE", "Evidence is said in at most 1000 characters; link the rest.");
        if (asked.url() != null && asked.url().toString().length() > LONGEST_ADDRESS) {
            throw Unprocessable.of("url", "OUT_OF_RANGE", "An address has at most 2000 characters.");
        }
        var valid = asked.validFor();
        if (valid != null && (valid.compareTo(SHORTEST) < 0 || valid.compareTo(LONGEST) > 0)) {
            throw Unprocessable.of("validFor", "OUT_OF_RANGE", "Evidence counts for between an hour and three years.");
        }
    }

    private static Service service(CatalogueView view, ServiceName name) {
        return view.service(name).orElseThrow(() -> new NotFound("There is no service " + name + "."));
    }

    private static Person person(CatalogueView view, PersonName name) {
        return view.person(name).orElseThrow(() -> new NotFound("There is no person " + name + "."));
    }
}
