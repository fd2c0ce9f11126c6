package dev.holdfast.incidents;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.paging.Callouts;
import dev.holdfast.paging.SubjectId;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the duty incident manager of an incident that became major (E5). Nobody on duty is a gap, and recorded. */
@Component
class Majors {

    private final Coverage coverage;
    private final Callouts callouts;
    private final RecordStore records;

    Majors(Coverage coverage, Callouts callouts, RecordStore records) {
        this.coverage = coverage;
        this.callouts = callouts;
        this.records = records;
    }

    void became(Incident incident, List<Because> explain, Instant now) {
        var managers = coverage.dutyIncidentManagers(now);
        var names = managers.stream().map(PersonName::value).toList();
        callouts.tell(new SubjectId(incident.id().toString()), "major", managers, now);
        managers.forEach(person -> records.join(incident.id(), person, Responder.Role.INCIDENT_MANAGER, now));
        var text = managers.isEmpty()
                ? "Nobody is on duty as incident manager, so nobody was told that this is major."
                : "Told %s, duty incident manager: this is major.".formatted(String.join(", ", names));
        records.write(List.of(Entry.of(
                        incident.id(), now, "incident-manager-told", Actor.HOLDFAST.by(), text, Map.of("people", names, "gap", managers.isEmpty()))
                .because(explain)));
    }
}
