package dev.holdfast.oncall;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.calendars.AddressReading;
import dev.holdfast.calendars.Addresses;
import dev.holdfast.calendars.IcsContent;
import dev.holdfast.calendars.IcsReading;
import dev.holdfast.calendars.IcsUnreadable;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leave out of calendars: of a file that somebody sends, and of the address of a person's own calendar. */
@Service
public class LeaveCalendars {

    private static final int MOST = 500;
    private static final String HOLDFAST = "holdfast";

    private final LeaveStore store;
    private final LeaveRights rights;
    private final LeaveCalendarPart part;
    private final Addresses addresses;
    private final Catalogue catalogue;
    private final Documents documents;
    private final Ledger ledger;
    private final Clock clock;

    LeaveCalendars(
            LeaveStore store,
            LeaveRights rights,
            LeaveCalendarPart part,
            Addresses addresses,
            Catalogue catalogue,
            Documents documents,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.rights = rights;
        this.part = part;
        this.addresses = addresses;
        this.catalogue = catalogue;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What a calendar brought: new leave, how much was there already, was withdrawn by it, and made no sense. */
    public record Brought(List<Leave> added, int unchanged, int withdrawn, int passedOver) {}

    /** @throws Unprocessable where it is no calendar, or one of too much */
    @Transactional
    public Brought bring(PersonName person, byte[] file, Viewer viewer) {
        var known = known(person);
        rights.demandMayChange(viewer, person);
        try {
            var content = IcsReading.read(file, LeaveNews.bounds(known.zone(), clock.instant()));
            return take(known, content, Leave.Origin.FILE, viewer.by());
        } catch (IcsUnreadable e) {
            throw Unprocessable.of("file", "MALFORMED", String.valueOf(e.getMessage()));
        }
    }

    /** Where their own calendar stands. */
    public Optional<URI> address(PersonName person) {
        return documents.at(clock.instant()).part(part, person.value());
    }

    public Optional<AddressReading> reading(PersonName person) {
        return addresses.of(subject(person.value()));
    }

    /** The one field of their document that is theirs to change. */
    @Transactional
    public void setAddress(PersonName person, @Nullable String address, Viewer viewer) {
        known(person);
        rights.demandMayChange(viewer, person);
        var document = documents.at(clock.instant()).document(LeaveCalendarPart.KIND, person.value()).orElseThrow();
        var envelope = catalogue.envelope(document);
        var spec = envelope.withObject("/spec");
        if (address == null) {
            spec.remove(LeaveCalendarPart.FIELD);
        } else {
            spec.put(LeaveCalendarPart.FIELD, address.replaceFirst("(?i)^webcals?://", "https://"));
        }
        catalogue.apply(envelope, asAdministrator(viewer), false);
    }

    /** Everybody's address, by {@code Person/ann}. */
    Map<String, URI> addresses() {
        return documents.at(clock.instant()).parts(part).entrySet().stream()
                .collect(Collectors.toMap(each -> subject(each.getKey()), Map.Entry::getValue));
    }

    /** What came of reading an address. */
    @Transactional
    public void take(PersonName person, URI address, Addresses.Said said, Instant now) {
        var known = documents.at(now).person(person);
        if (known.isEmpty() || !address(person).filter(address::equals).isPresent()) return;
        switch (said) {
            case Addresses.Said.Nothing(var why) -> addresses.note(subject(person.value()), address, now, why);
            case Addresses.Said.Content(var content) -> {
                try {
                    take(known.get(), content, Leave.Origin.ADDRESS, HOLDFAST);
                    addresses.note(subject(person.value()), address, now, null);
                } catch (Unprocessable tooMuch) {
                    addresses.note(subject(person.value()), address, now, "It has more than " + MOST + " events ahead.");
                }
            }
        }
    }

    private Brought take(Person person, IcsContent content, Leave.Origin origin, String by) {
        var now = clock.instant();
        var said = LeaveNews.periods(content, person.zone(), now);
        if (said.size() > MOST) {
            throw Unprocessable.of("file", "OUT_OF_RANGE", "It has more than " + MOST + " events ahead; a calendar of leave has fewer.");
        }
        var news = LeaveNews.of(said, store.known(person.name(), origin, now), origin);
        var added = new ArrayList<Leave>();
        news.added().forEach((event, period) -> added.add(new Leave(
                UUID.randomUUID().toString(), person.name(), period.from(), Objects.requireNonNull(period.to()), null, origin, event, now, by)));
        added.forEach(store::add);
        store.withdraw(news.gone().stream().map(Leave::id).toList(), now, by);
        if (!added.isEmpty() || !news.gone().isEmpty()) {
            ledger.record(by, "leave-imported", "Person/" + person.name(),
                    news.gone().isEmpty() ? null : news.gone().stream().map(Leaves::told).toList(),
                    added.isEmpty() ? null : added.stream().map(Leaves::told).toList());
        }
        return new Brought(added, news.unchanged(), news.gone().size(), content.passedOver());
    }

    private Person known(PersonName person) {
        return documents.at(clock.instant()).person(person).orElseThrow(() -> new NotFound("There is no person " + person + "."));
    }

    /** The rest of the document is not theirs and stays as it is. */
    private static Viewer asAdministrator(Viewer viewer) {
        return new Viewer(viewer.account(), viewer.person(), Set.of(Person.ADMIN), viewer.teams(), EnumSet.allOf(Scope.class), null,
                viewer.person() == null ? viewer.tokenName() : null);
    }

    private static String subject(String person) {
        return LeaveCalendarPart.KIND + "/" + person;
    }
}
