package dev.holdfast.calendars;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.HolidayCalendar;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.ledger.Ledger;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the addresses of holiday calendars say, what of it waits, and who lets it count. */
@Service
public class HolidayCalendars {

    static final Viewer HOLDFAST = new Viewer(
            "holdfast", null, Set.of("admin"), Set.of(), EnumSet.allOf(Scope.class), null, null);

    private static final int MOST_DAYS = 1500;

    private final Addresses addresses;
    private final ProposalStore proposals;
    private final HolidayTelling telling;
    private final Catalogue catalogue;
    private final Documents documents;
    private final Ownership ownership;
    private final Ledger ledger;
    private final Clock clock;

    HolidayCalendars(
            Addresses addresses,
            ProposalStore proposals,
            HolidayTelling telling,
            Catalogue catalogue,
            Documents documents,
            Ownership ownership,
            Ledger ledger,
            Clock clock) {
        this.addresses = addresses;
        this.proposals = proposals;
        this.telling = telling;
        this.catalogue = catalogue;
        this.documents = documents;
        this.ownership = ownership;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** How reading the calendar's address went; empty where it was not read yet or has none. */
    public Optional<AddressReading> reading(String calendar) {
        return addresses.of(subject(calendar));
    }

    /** What waits, and how it differs from what counts. */
    public record Waiting(Proposal proposal, HolidayChange change) {}

    public Optional<Waiting> waiting(String calendar) {
        var now = clock.instant();
        return proposals.open(calendar).flatMap(proposal -> documents.at(now)
                .holidayCalendar(calendar)
                .map(known -> new Waiting(proposal, change(known, proposal.days(), now))));
    }

    public boolean mayDecide(Viewer viewer) {
        return ownership.mayChangeAll(viewer);
    }

    /** It counts from now on. */
    @Transactional
    public void confirm(String calendar, String id, Viewer viewer) {
        var proposal = demanded(calendar, id, viewer);
        decide(proposal, Proposal.State.COUNTED, viewer);
        count(proposal, viewer);
    }

    /** It does not count, and is not proposed again until the address says something else. */
    @Transactional
    public void dismiss(String calendar, String id, Viewer viewer) {
        decide(demanded(calendar, id, viewer), Proposal.State.DISMISSED, viewer);
    }

    /** Those whose instant has come. */
    @Transactional
    public void countDue(Instant now) {
        for (var proposal : proposals.open()) {
            if (proposal.countsAt() == null || proposal.countsAt().isAfter(now)) continue;
            var known = documents.at(now).holidayCalendar(proposal.calendar()).map(HolidayCalendar::from);
            var gone = known.isEmpty();
            if (proposals.decide(proposal.id(), gone ? Proposal.State.REPLACED : Proposal.State.COUNTED, now, HOLDFAST.by()) && !gone) {
                count(proposal, HOLDFAST);
            }
        }
    }

    /** What came of reading; the first reading counts at once, a later one that differs waits and is told. */
    @Transactional
    public void take(String calendar, URI address, Addresses.Said said, Instant now) {
        var known = documents.at(now).holidayCalendar(calendar).filter(it -> address.equals(it.from()));
        if (known.isEmpty()) return;
        switch (said) {
            case Addresses.Said.Nothing(var why) -> addresses.note(subject(calendar), address, now, why);
            case Addresses.Said.Content(var content) -> take(known.get(), address, HolidayNews.days(content), now);
        }
    }

    private void take(HolidayCalendar known, URI address, SortedMap<LocalDate, String> said, Instant now) {
        if (said.size() > MOST_DAYS) {
            addresses.note(subject(known.name()), address, now, "It has " + said.size() + " whole days: more than anybody's holidays.");
            return;
        }
        var first = reading(known.name()).map(AddressReading::readAt).isEmpty() && known.read().isEmpty();
        addresses.note(subject(known.name()), address, now, null);
        var days = HolidayNews.joined(known.read(), said, now);
        if (first) {
            catalogue.readHolidays(known.name(), days, HOLDFAST);
        } else {
            propose(known, address, days, now);
        }
    }

    private void propose(HolidayCalendar known, URI address, SortedMap<LocalDate, String> days, Instant now) {
        var open = proposals.open(known.name());
        if (open.filter(it -> same(it.days(), days, now)).isPresent()) return;
        open.ifPresent(it -> proposals.decide(it.id(), Proposal.State.REPLACED, now, HOLDFAST.by()));
        if (change(known, days, now).isEmpty()) return;
        if (proposals.dismissedLast(known.name()).filter(it -> same(it.days(), days, now)).isPresent()) return;
        var counts = HolidayNews.leavesNothing(known.read(), days, now) ? null : documents.at(now).calendar().endOfNextWorkingDay(now);
        var proposal = new Proposal(
                UUID.randomUUID().toString(), known.name(), address.toString(), days, now, counts, Proposal.State.PROPOSED);
        proposals.add(proposal);
        telling.tell(proposal, now);
    }

    private void decide(Proposal proposal, Proposal.State state, Viewer viewer) {
        if (!proposals.decide(proposal.id(), state, clock.instant(), viewer.by())) {
            throw new Conflict("STATE", "This was decided already.", List.of());
        }
        var act = state == Proposal.State.COUNTED ? "holidays-confirmed" : "holidays-dismissed";
        ledger.record(viewer.by(), act, subject(proposal.calendar()), null, Map.of("proposal", proposal.id(), "days", proposal.days()));
    }

    private void count(Proposal proposal, Viewer viewer) {
        var now = clock.instant();
        documents.at(now).holidayCalendar(proposal.calendar()).ifPresent(known ->
                catalogue.readHolidays(known.name(), HolidayNews.joined(known.read(), proposal.days(), now), viewer));
    }

    private Proposal demanded(String calendar, String id, Viewer viewer) {
        if (documents.at(clock.instant()).holidayCalendar(calendar).isEmpty()) {
            throw new NotFound("There is no holiday calendar " + calendar + ".");
        }
        if (!mayDecide(viewer)) {
            throw new Forbidden("Which days count for everybody is for administrators to decide.");
        }
        return proposals.find(id)
                .filter(proposal -> proposal.calendar().equals(calendar))
                .orElseThrow(() -> new NotFound("Nothing of that id was proposed for " + calendar + "."));
    }

    private static HolidayChange change(HolidayCalendar known, SortedMap<LocalDate, String> days, Instant now) {
        var today = HolidayNews.today(now);
        return HolidayChange.between(known.read().tailMap(today), days.tailMap(today));
    }

    private static boolean same(SortedMap<LocalDate, String> one, SortedMap<LocalDate, String> other, Instant now) {
        return one.tailMap(HolidayNews.today(now)).equals(other.tailMap(HolidayNews.today(now)));
    }

    static String subject(String calendar) {
        return "HolidayCalendar/" + calendar;
    }
}
