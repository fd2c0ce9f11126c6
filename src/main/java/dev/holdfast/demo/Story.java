package dev.holdfast.demo;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Actor;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.NewOverride;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.operatingmodel.Decisions;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Tells it from the beginning: what there is, what happened, who swapped a night, and what is wrong now. */
@Component
class Story {

    /** Whose acts these are in the ledger. */
    static final Viewer TELLER = new Viewer(
            "demo", null, Set.of("admin"), Set.of(), Arrays.stream(Scope.values()).collect(Collectors.toSet()), null, null);

    private static final List<String> CONFIRMED = List.of("bedroom", "checkout", "ecommerce-platform");

    private final Catalogue catalogue;
    private final Documents documents;
    private final Coverage coverage;
    private final Schedules schedules;
    private final Decisions decisions;
    private final Incidents incidents;
    private final Present present;
    private final Clock clock;

    Story(
            Catalogue catalogue,
            Documents documents,
            Coverage coverage,
            Schedules schedules,
            Decisions decisions,
            Incidents incidents,
            Present present,
            Clock clock) {
        this.catalogue = catalogue;
        this.documents = documents;
        this.coverage = coverage;
        this.schedules = schedules;
        this.decisions = decisions;
        this.incidents = incidents;
        this.present = present;
        this.clock = clock;
    }

    /** @param phones where the phones of its people ring, an address without the person */
    void tell(String phones) {
        var now = clock.instant();
        var zone = ZoneId.of("Europe/London");
        var days = new RelativeDays(now.atZone(zone).toLocalDate());
        catalogue.apply(Retailer.documents(days, phones), TELLER, false);
        CONFIRMED.forEach(service -> decisions.decide(
                TELLER, new ServiceName(service), null, "Agreed with its budget holder when the bands were set.", null));
        giveANightAway(days, zone);
        Retailer.history().forEach(past -> remember(past, past.startedAt(days, zone)));
        present.begin(now);
    }

    /** Dan takes the Wednesday night of whoever has the week. */
    private void giveANightAway(RelativeDays days, ZoneId zone) {
        var wednesday = days.today().with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        var from = wednesday.atTime(LocalTime.of(17, 30)).atZone(zone).toInstant();
        var to = wednesday.plusDays(1).atTime(LocalTime.of(9, 0)).atZone(zone).toInstant();
        schedules.override("furnishing-nights", new NewOverride(from, to, new PersonName("dan"), "Swapped for a Friday."), TELLER);
    }

    private void remember(PastIncident past, Instant startedAt) {
        var person = answering(coverage.of(new ServiceName(past.service()), startedAt));
        incidents.importPast(past.past(startedAt, person), new Actor(TELLER.by(), null));
    }

    private String answering(Covering covering) {
        return Stream.concat(covering.people().stream(), covering.fallback().stream())
                .findFirst()
                .map(PersonName::value)
                .orElseGet(() -> documents.at(covering.at()).ownerOf(covering.service()).orElseThrow().members().getFirst().value());
    }
}
