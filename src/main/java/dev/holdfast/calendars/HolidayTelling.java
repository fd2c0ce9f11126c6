package dev.holdfast.calendars;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.HolidayCalendar;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.notification.Briefing;
import dev.holdfast.notification.Briefings;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.Message;
import dev.holdfast.notification.Notifications;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells of holidays that are about to change, when the people next work; what was decided meanwhile is not told any more. */
@Component
class HolidayTelling implements Briefings {

    static final String TYPE = "holidays";

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEEE d MMMM HH:mm (VV)", Locale.UK);

    private final ProposalStore proposals;
    private final Notifications notifications;
    private final Documents documents;
    private final BaseUrl baseUrl;

    HolidayTelling(ProposalStore proposals, Notifications notifications, Documents documents, BaseUrl baseUrl) {
        this.proposals = proposals;
        this.notifications = notifications;
        this.documents = documents;
        this.baseUrl = baseUrl;
    }

    /** In the transaction of the proposal. */
    void tell(Proposal proposal, Instant now) {
        var view = documents.at(now);
        var message = new Message(TYPE, TYPE + ":" + proposal.id(), null, null, null, Set.of(), PATIENCE);
        HolidayUsers.of(view, proposal.calendar()).told(view).stream()
                .collect(Collectors.groupingBy(person -> whenTheyWork(view, person, now)))
                .forEach((at, people) -> notifications.send(message, people, at));
    }

    @Override
    public boolean concern(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        var view = documents.at(now);
        return proposals.find(delivery.regarding().substring(TYPE.length() + 1))
                .filter(proposal -> proposal.state() == Proposal.State.PROPOSED)
                .flatMap(proposal -> view.holidayCalendar(proposal.calendar())
                        .map(known -> briefing(known, proposal, zone(view, delivery.person()), now)));
    }

    private Briefing briefing(HolidayCalendar known, Proposal proposal, ZoneId zone, Instant now) {
        var today = HolidayNews.today(now);
        var change = HolidayChange.between(known.read().tailMap(today), proposal.days().tailMap(today));
        var body = JsonNodeFactory.instance.objectNode();
        var told = body.putObject("holidays").put("calendar", known.name()).put("proposal", proposal.id());
        told.put("countsAt", proposal.countsAt() == null ? null : proposal.countsAt().toString());
        list(change.added(), told.putArray("added"));
        list(change.removed(), told.putArray("removed"));
        return new Briefing(
                "The holidays of " + known.shown() + " are about to change",
                text(change, proposal, zone),
                body,
                baseUrl.of("/holiday-calendars/" + known.name()),
                null,
                false);
    }

    private static String text(HolidayChange change, Proposal proposal, ZoneId zone) {
        var counts = proposal.countsAt() == null
                ? "No day ahead would be left, which is more likely a mistake: it counts only if somebody confirms it."
                : "It counts from " + MOMENT.format(proposal.countsAt().atZone(zone)) + ", at once if somebody confirms it, and not at all if somebody dismisses it.";
        return lines("Becomes a holiday: ", change.added())
                + lines("Is one no longer: ", change.removed())
                + lines("Is called otherwise: ", change.renamed())
                + counts;
    }

    private static String lines(String before, SortedMap<LocalDate, String> days) {
        return days.entrySet().stream()
                .limit(20)
                .map(day -> before + DAY.format(day.getKey()) + (day.getValue().isEmpty() ? "" : ", " + day.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static void list(SortedMap<LocalDate, String> days, ArrayNode list) {
        days.forEach((date, name) -> list.addObject().put("date", date.toString()).put("name", name));
    }

    private static ZoneId zone(CatalogueView view, PersonName person) {
        return view.person(person).map(Person::zone).orElse(ZoneOffset.UTC);
    }

    private static Instant whenTheyWork(CatalogueView view, PersonName person, Instant now) {
        var calendar = view.teamsOf(person).stream().findFirst().map(team -> view.calendarOf(team.name())).orElseGet(view::calendar);
        return calendar.isWorking(now) ? now : calendar.nextWorkingStart(now);
    }
}
