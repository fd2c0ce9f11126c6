package dev.holdfast.demo;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Actor;
import dev.holdfast.incidents.PastIncidents;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.Leaves;
import dev.holdfast.oncall.NewLeave;
import dev.holdfast.oncall.NewOverride;
import dev.holdfast.oncall.NewSwap;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Swaps;
import dev.holdfast.operatingmodel.Decisions;
import dev.holdfast.quantities.Period;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
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
    private final Leaves leaves;
    private final Swaps swaps;
    private final Decisions decisions;
    private final PastIncidents incidents;
    private final Releases releases;
    private final Payday payday;
    private final Practice practice;
    private final Present present;
    private final Clock clock;

    Story(
            Catalogue catalogue,
            Documents documents,
            Coverage coverage,
            Schedules schedules,
            Leaves leaves,
            Swaps swaps,
            Decisions decisions,
            PastIncidents incidents,
            Releases releases,
            Payday payday,
            Practice practice,
            Present present,
            Clock clock) {
        this.catalogue = catalogue;
        this.documents = documents;
        this.coverage = coverage;
        this.schedules = schedules;
        this.leaves = leaves;
        this.swaps = swaps;
        this.decisions = decisions;
        this.incidents = incidents;
        this.releases = releases;
        this.payday = payday;
        this.practice = practice;
        this.present = present;
        this.clock = clock;
    }

    /** @param phones where the phones of its people ring, an address without the person */
    void tell(String phones) {
        var now = clock.instant();
        var zone = ZoneId.of("Europe/London");
        var days = new RelativeDays(now.atZone(zone).toLocalDate());
        catalogue.apply(Retailer.documents(days, phones), TELLER, false);
        catalogue.apply(Retailer.moves(days), TELLER, false);
        CONFIRMED.forEach(service -> decisions.decide(
                TELLER, new ServiceName(service), null, "Agreed with its budget holder when the bands were set.", null));
        giveANightAway(days, zone);
        goAway(days, zone);
        askForASaturday(days, zone);
        Retailer.history().forEach(past -> remember(past, past.startedAt(days, zone)));
        releases.tell(days, zone, now);
        payday.approveSome();
        practice.writeDown();
        present.begin(now);
    }

    /** Uma and Tess are on holiday when nobody needs them; Nia has not looked at her next week of nights. */
    private void goAway(RelativeDays days, ZoneId zone) {
        var monday = days.today().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        away("uma", monday.plusDays(14), 5, zone);
        away("tess", monday.plusDays(28), 12, zone);
        var from = monday.atStartOfDay(zone).toInstant();
        schedules.shifts("furnishing-nights", from, monday.plusDays(56).atStartOfDay(zone).toInstant()).items().stream()
                .filter(shift -> shift.person().equals(new PersonName("nia")))
                .findFirst()
                .ifPresent(shift -> away("nia", shift.from().atZone(zone).toLocalDate().plusDays(3), 3, zone));
    }

    private void away(String person, LocalDate first, int days, ZoneId zone) {
        var leave = new NewLeave(first.atStartOfDay(zone).toInstant(), first.plusDays(days).atStartOfDay(zone).toInstant(), null);
        leaves.enter(new PersonName(person), leave, TELLER);
    }

    /** Dan takes the Wednesday night of whoever has the week. */
    private void giveANightAway(RelativeDays days, ZoneId zone) {
        var wednesday = days.today().with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
        var from = wednesday.atTime(LocalTime.of(17, 30)).atZone(zone).toInstant();
        var to = wednesday.plusDays(1).atTime(LocalTime.of(9, 0)).atZone(zone).toInstant();
        schedules.override("furnishing-nights", new NewOverride(from, to, new PersonName("dan"), "Swapped for a Friday."), TELLER);
    }

    /** Jo would like to swap a Saturday with Ann, who is asked at home. */
    private void askForASaturday(RelativeDays days, ZoneId zone) {
        var monday = days.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        swaps.ask("furnishing-nights", new NewSwap(
                new PersonName("jo"), day(monday.plusDays(19), zone), new PersonName("ann"), day(monday.plusDays(33), zone), "A wedding; I take yours in return."), TELLER);
    }

    private static Period day(LocalDate day, ZoneId zone) {
        return new Period(day.atTime(9, 0).atZone(zone).toInstant(), day.plusDays(1).atTime(9, 0).atZone(zone).toInstant());
    }

    private void remember(PastIncident past, Instant startedAt) {
        var person = answering(coverage.of(new ServiceName(past.service()), startedAt));
        incidents.record(past.past(startedAt, person), new Actor(TELLER.by(), null));
    }

    private String answering(Covering covering) {
        return Stream.concat(covering.people().stream(), covering.fallback().stream())
                .findFirst()
                .map(PersonName::value)
                .orElseGet(() -> documents.at(covering.at()).ownerOf(covering.service()).orElseThrow().members().getFirst().value());
    }
}
