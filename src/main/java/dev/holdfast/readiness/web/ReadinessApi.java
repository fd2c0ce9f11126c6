package dev.holdfast.readiness.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotFound;
import dev.holdfast.readiness.Evidence;
import dev.holdfast.readiness.Preparation;
import dev.holdfast.readiness.Prepared;
import dev.holdfast.readiness.Readiness;
import dev.holdfast.readiness.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How services and people are prepared for being on call, and the evidence of it. */
@RestController
@RequestMapping("/api/v1")
class ReadinessApi {

    private final Readiness readiness;
    private final BaseUrl baseUrl;

    ReadinessApi(Readiness readiness, BaseUrl baseUrl) {
        this.readiness = readiness;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/services/{name}/readiness")
    Listing<PreparedAnswer> ofService(@PathVariable String name, Viewer viewer) {
        viewer.demand(Scope.READ);
        return listed(readiness.of(new ServiceName(known(name))));
    }

    @GetMapping("/people/{name}/readiness")
    Listing<PreparedAnswer> ofPerson(@PathVariable String name, Viewer viewer) {
        viewer.demand(Scope.READ);
        return listed(readiness.of(new PersonName(known(name))));
    }

    @PutMapping("/services/{name}/readiness/{preparation}")
    PreparedAnswer writeOfService(@PathVariable String name, @PathVariable String preparation, @RequestBody EvidenceBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var service = new ServiceName(known(name));
        readiness.write(viewer, Subject.of(service), preparation(preparation), body.read());
        return Objects.requireNonNull(one(readiness.of(service), preparation));
    }

    /** Of somebody who takes no turns it is kept, and nothing is answered. */
    @PutMapping("/people/{name}/readiness/{preparation}")
    @Nullable PreparedAnswer writeOfPerson(@PathVariable String name, @PathVariable String preparation, @RequestBody EvidenceBody body, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        var person = new PersonName(known(name));
        readiness.write(viewer, Subject.of(person), preparation(preparation), body.read());
        return one(readiness.of(person), preparation);
    }

    /** All that was written down for it, the latest first. */
    @GetMapping("/services/{name}/readiness/{preparation}/evidence")
    Listing<EvidenceAnswer> historyOfService(@PathVariable String name, @PathVariable String preparation, Viewer viewer) {
        viewer.demand(Scope.READ);
        return history(Subject.of(new ServiceName(known(name))), preparation(preparation));
    }

    @GetMapping("/people/{name}/readiness/{preparation}/evidence")
    Listing<EvidenceAnswer> historyOfPerson(@PathVariable String name, @PathVariable String preparation, Viewer viewer) {
        viewer.demand(Scope.READ);
        return history(Subject.of(new PersonName(known(name))), preparation(preparation));
    }

    private Listing<EvidenceAnswer> history(Subject subject, Preparation preparation) {
        return new Listing<>(
                readiness.history(subject).stream()
                        .filter(written -> written.preparation() == preparation)
                        .map(written -> EvidenceAnswer.of(written.evidence()))
                        .toList(),
                null);
    }

    private Listing<PreparedAnswer> listed(List<Prepared> prepared) {
        return new Listing<>(prepared.stream().map(this::answer).toList(), null);
    }

    private @Nullable PreparedAnswer one(List<Prepared> prepared, String preparation) {
        return prepared.stream().filter(it -> it.preparation().word().equals(preparation)).findFirst().map(this::answer).orElse(null);
    }

    private PreparedAnswer answer(Prepared it) {
        return new PreparedAnswer(
                it.preparation().word(), it.state().word(), it.evidence() == null ? null : EvidenceAnswer.of(it.evidence()),
                new AddAnswer(it.add().text(), baseUrl.of(it.add().path())));
    }

    private static Preparation preparation(String word) {
        return Preparation.of(word).orElseThrow(() -> new NotFound("There is no preparation " + word + "."));
    }

    private static String known(String name) {
        if (name.isBlank()) throw new NotFound("There is nothing without a name.");
        return name;
    }

    /** One preparation, how it stands, and what mends it. */
    record PreparedAnswer(String preparation, String state, @Nullable EvidenceAnswer evidence, AddAnswer add) {}

    /** {@code at} is null where nobody knows how old it is. */
    record EvidenceAnswer(String text, @Nullable String url, String by, @Nullable Instant at, @Nullable String validFor) {

        private static String words(Duration validFor) {
            var days = validFor.toDays();
            return validFor.equals(Duration.ofDays(days)) ? "P" + days + "D" : validFor.toString();
        }

        static EvidenceAnswer of(Evidence it) {
            return new EvidenceAnswer(it.text(), it.url(), it.by(), it.at(), it.validFor() == null ? null : words(it.validFor()));
        }
    }

    record AddAnswer(String text, URI url) {}
}
