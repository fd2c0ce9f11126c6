package dev.holdfast.incidents;

import dev.holdfast.alerts.Alerts;
import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the administrators of alerts that nobody answers, once per integration and hour (rule 9). */
@Component
class UnroutedNotice {

    private static final String PREFIX = "unrouted:";

    private final Alerts alerts;
    private final Documents documents;
    private final Callouts callouts;

    UnroutedNotice(Alerts alerts, Documents documents, Callouts callouts) {
        this.alerts = alerts;
        this.documents = documents;
        this.callouts = callouts;
    }

    /** The integration that a subject is about, if it is about one and not an incident. */
    static Optional<String> integrationOf(SubjectId subject) {
        return subject.value().startsWith(PREFIX)
                ? Optional.of(subject.value().substring(PREFIX.length()))
                : Optional.empty();
    }

    void tell(List<Fresh> fresh, Instant now) {
        fresh.stream()
                .filter(alert -> alert.route().service() == null && !alert.route().dryRun())
                .map(alert -> alert.signal().key().integration())
                .distinct()
                .filter(integration -> alerts.tellOfUnrouted(integration, now))
                .map(IntegrationName::value)
                .forEach(integration -> tellAdministrators(integration, now));
    }

    private void tellAdministrators(String integration, Instant now) {
        var administrators = documents.at(now).people().stream()
                .filter(person -> person.roles().contains("admin"))
                .map(Person::name)
                .toList();
        callouts.tell(new SubjectId(PREFIX + integration), "unrouted", administrators, now);
    }
}
