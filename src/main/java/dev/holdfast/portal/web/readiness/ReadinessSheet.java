package dev.holdfast.portal.web.readiness;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.readiness.Preparation;
import dev.holdfast.readiness.Prepared;
import dev.holdfast.readiness.Readiness;
import dev.holdfast.readiness.Subject;
import dev.holdfast.readiness.Written;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the part of a service's and a person's page that says how they are prepared, and the page behind it. */
@Component
public class ReadinessSheet {

    private static final List<Choice> VALIDITIES = List.of(
            new Choice("", "as usual", false), new Choice("P7D", "a week", false), new Choice("P30D", "30 days", false), new Choice("P90D", "90 days", false),
            new Choice("P180D", "180 days", false), new Choice("P365D", "a year", false));

    private final Documents documents;
    private final Readiness readiness;

    ReadinessSheet(Documents documents, Readiness readiness) {
        this.documents = documents;
        this.readiness = readiness;
    }

    public ReadinessSection section(Subject subject, ReaderTime time) {
        return documents.holding(() -> ReadinessWords.section(subject, prepared(subject), new Names(documents.at(time.now())), time));
    }

    ReadinessPage page(Subject subject, Viewer viewer, String write, FormFaults faults, ReaderTime time) {
        return documents.holding(() -> {
            readiness.demandKnown(subject);
            var view = documents.at(time.now());
            var names = new Names(view);
            var prepared = prepared(subject);
            var isService = subject.kind() == Subject.Kind.SERVICE;
            var chosen = faults.typed("preparation").isEmpty() ? write : faults.typed("preparation");
            return new ReadinessPage(
                    isService ? "/services" : "/people", isService ? "Services" : "People", subject.page(), subject.name(), shown(view, subject), lede(prepared),
                    ReadinessWords.section(subject, prepared, names, time),
                    Arrays.stream(Preparation.values())
                            .filter(it -> it.isOf(subject.kind()))
                            .map(it -> new Choice(it.word(), it.title(), it.word().equals(chosen)))
                            .toList(),
                    VALIDITIES.stream().map(it -> new Choice(it.value(), it.words(), it.value().equals(faults.typed("validFor")))).toList(),
                    readiness.mayWrite(viewer, subject), readiness.history(subject).stream().map(it -> said(it, names, time)).toList(), faults);
        });
    }

    private List<Prepared> prepared(Subject subject) {
        return subject.kind() == Subject.Kind.SERVICE ? readiness.of(new ServiceName(subject.name())) : readiness.of(new PersonName(subject.name()));
    }

    private static String shown(CatalogueView view, Subject subject) {
        return Stream.of(
                        view.service(new ServiceName(subject.name())).filter(it -> subject.kind() == Subject.Kind.SERVICE).map(Service::shown),
                        view.person(new PersonName(subject.name())).filter(it -> subject.kind() == Subject.Kind.PERSON).map(Person::shown))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(subject.name());
    }

    private static String lede(List<Prepared> prepared) {
        if (prepared.isEmpty()) return "They take no turns, so nothing is asked of them.";
        var open = prepared.size() - Prepared.count(prepared, Prepared.State.PRESENT);
        return open == 0
                ? "Prepared for being on call, as far as anybody can say."
                : "What is open stops nothing. It is here so that it is seen before the first night, and mended a bit at a time.";
    }

    private static ReadinessPage.Said said(Written written, Names names, ReaderTime time) {
        var evidence = written.evidence();
        return new ReadinessPage.Said(written.preparation().title(), evidence.text(), evidence.url(), ReadinessWords.second(evidence, names, time));
    }
}
