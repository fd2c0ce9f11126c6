package dev.holdfast.calendars;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.HolidayCalendar;
import dev.holdfast.catalogue.StatusPart;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** In the status of a holiday calendar: which days count and where they are from, for whom, how its address was read, what waits. */
@Component
class HolidayStatus implements StatusPart {

    private final ObjectProvider<HolidayCalendars> calendars;
    private final ObjectProvider<Documents> documents;

    HolidayStatus(ObjectProvider<HolidayCalendars> calendars, ObjectProvider<Documents> documents) {
        this.calendars = calendars;
        this.documents = documents;
    }

    @Override
    public String kind() {
        return "HolidayCalendar";
    }

    @Override
    public void describe(String name, Instant at, ObjectNode status) {
        var view = documents.getObject().at(at);
        view.holidayCalendar(name).ifPresent(known -> days(known, status.putArray("days")));
        var users = HolidayUsers.of(view, name);
        status.put("organisation", users.organisation());
        var teams = status.putArray("teams");
        users.teams().forEach(team -> teams.add(team.name().value()));
        calendars.getObject().reading(name).ifPresent(reading -> {
            status.put("readAt", reading.readAt() == null ? null : reading.readAt().toString());
            status.put("stale", reading.failure());
        });
        calendars.getObject().waiting(name).ifPresent(waiting -> proposed(waiting, status.putObject("proposed")));
    }

    private static void days(HolidayCalendar known, ArrayNode days) {
        known.days().forEach((date, name) -> days.addObject()
                .put("date", date.toString())
                .put("name", name)
                .put("source", known.declared().containsKey(date) ? "declared" : "address"));
    }

    private static void proposed(HolidayCalendars.Waiting waiting, ObjectNode proposed) {
        var counts = waiting.proposal().countsAt();
        proposed.put("id", waiting.proposal().id()).put("at", waiting.proposal().proposedAt().toString());
        proposed.put("countsAt", counts == null ? null : counts.toString());
        list(waiting.change().added(), proposed.putArray("added"));
        list(waiting.change().removed(), proposed.putArray("removed"));
        list(waiting.change().renamed(), proposed.putArray("renamed"));
    }

    private static void list(SortedMap<LocalDate, String> days, ArrayNode list) {
        days.forEach((date, name) -> list.addObject().put("date", date.toString()).put("name", name));
    }
}
