package dev.holdfast.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Who was in which team when, as the versions of the teams say it; also of teams that are no more. Two queries. */
@Component
public class Memberships {

    private final Documents documents;
    private final Clock clock;

    Memberships(Documents documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** Those that have begun, by when. */
    public List<Stint> all() {
        var now = clock.instant();
        var names = new LinkedHashSet<>(documents.ended(TeamPart.KIND, now).keySet());
        documents.at(now).teams().forEach(team -> names.add(team.name().value()));
        return Stint.of(documents.versions(TeamPart.IT, names, Instant.EPOCH)).stream()
                .filter(stint -> !stint.time().from().isAfter(now))
                .toList();
    }

    public List<Stint> of(PersonName person) {
        return all().stream().filter(stint -> stint.person().equals(person)).toList();
    }
}
