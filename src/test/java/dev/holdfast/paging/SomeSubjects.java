package dev.holdfast.paging;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Subjects to call about. */
final class SomeSubjects {

    static final Instant STARTED = Instant.parse("2026-11-24T03:12:02Z");

    private SomeSubjects() {}

    static SubjectBrief searchFails() {
        return brief("s-482", "INC-482", "bedroom", "Search returns errors", true);
    }

    static SubjectBrief diskFull() {
        return brief("s-483", "INC-483", "wardrobe", "The disk is full", false);
    }

    static SubjectBrief brief(String id, String number, String service, String summary, boolean major) {
        return new SubjectBrief(
                new SubjectId(id),
                number,
                URI.create("https://holdfast.example.com/incidents/" + number),
                new ServiceName(service),
                major,
                summary,
                "critical",
                List.of("disk"),
                6,
                STARTED,
                Money.of("200000", "USD"),
                Money.of("1666.67", "USD"),
                new SubjectBrief.Standing.Waiting());
    }

    static SubjectBrief standing(SubjectBrief it, SubjectBrief.Standing standing) {
        return new SubjectBrief(
                it.id(), it.number(), it.url(), it.service(), it.major(), it.summary(), it.severity(), it.dedupKeys(),
                it.alertCount(), it.startedAt(), it.ratePerHour(), it.lossSoFar(), standing);
    }
}
