package dev.holdfast.portal.web.groups;

import dev.holdfast.access.Viewer;
import dev.holdfast.calendars.AddressReading;
import dev.holdfast.calendars.HolidayCalendars;
import dev.holdfast.calendars.HolidayUsers;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.HolidayCalendar;
import dev.holdfast.http.NotFound;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.springframework.stereotype.Component;

/** Makes the page of a holiday calendar. */
@Component
class HolidaySheet {

    private static final int MOST = 60;

    private final Documents documents;
    private final HolidayCalendars calendars;

    HolidaySheet(Documents documents, HolidayCalendars calendars) {
        this.documents = documents;
        this.calendars = calendars;
    }

    HolidayPage page(String name, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> drawn(name, viewer, time));
    }

    private HolidayPage drawn(String name, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var known = view.holidayCalendar(name).orElseThrow(() -> new NotFound("There is no holiday calendar " + name + "."));
        var ahead = known.days().tailMap(time.today());
        var reading = calendars.reading(name);
        var may = calendars.mayDecide(viewer);
        return new HolidayPage(
                name, known.shown(), lede(ahead, time), facts(known, reading),
                may ? "/catalogue/holiday-calendars/" + name + "/edit" : null,
                ahead.entrySet().stream().limit(MOST).map(day -> day(known, day, time)).toList(), known.days().size() - ahead.size(),
                calendars.waiting(name).map(it -> waiting(it, may, time)).orElse(null), about(known, reading, time),
                users(HolidayUsers.of(view, name)));
    }

    private static String lede(SortedMap<LocalDate, String> ahead, ReaderTime time) {
        if (ahead.isEmpty()) return "No day of it is ahead.";
        var next = ahead.firstKey();
        return (next.equals(time.today()) ? "Today is one: " : "The next is on " + time.day(next) + ": ") + named(ahead.getOrDefault(next, "")) + ".";
    }

    private static List<Status> facts(HolidayCalendar known, Optional<AddressReading> reading) {
        if (known.from() == null) return List.of(new Status("Written here", Shape.RING, Tone.QUIET));
        if (reading.isEmpty()) return List.of(new Status("Not read yet", Shape.RING, Tone.QUIET));
        return List.of(reading.get().isStale()
                ? new Status("Could not be read", Shape.TRIANGLE, Tone.CAUTION)
                : new Status("Read daily", Shape.CHECK, Tone.SAFE));
    }

    private static HolidayPage.Day day(HolidayCalendar known, Map.Entry<LocalDate, String> day, ReaderTime time) {
        return new HolidayPage.Day(
                time.day(day.getKey()), named(day.getValue()), known.declared().containsKey(day.getKey()) ? "written here" : "from its address");
    }

    private static HolidayPage.Waiting waiting(HolidayCalendars.Waiting waiting, boolean may, ReaderTime time) {
        var turns = new ArrayList<HolidayPage.Turn>();
        add(turns, waiting.change().added(), new Status("becomes a holiday", Shape.DOT, Tone.ACCENT), time);
        add(turns, waiting.change().removed(), new Status("is one no longer", Shape.CROSS, Tone.CAUTION), time);
        add(turns, waiting.change().renamed(), new Status("is called otherwise", Shape.RING, Tone.QUIET), time);
        var counts = waiting.proposal().countsAt();
        return new HolidayPage.Waiting(waiting.proposal().id(), counts == null
                ? "No day ahead would be left, which is more likely a mistake than news: it counts only if an administrator confirms it."
                : "It counts from " + time.full(counts) + ", unless an administrator dismisses it before.", turns, may);
    }

    private static void add(List<HolidayPage.Turn> turns, SortedMap<LocalDate, String> days, Status status, ReaderTime time) {
        days.forEach((day, name) -> turns.add(new HolidayPage.Turn(status, time.day(day), named(name))));
    }

    private static List<Pair> about(HolidayCalendar known, Optional<AddressReading> reading, ReaderTime time) {
        var about = new ArrayList<Pair>();
        about.add(Pair.of("Written here", Figures.count(known.declared().size(), "day")));
        if (known.from() == null) return about;
        about.add(Pair.of("Read from", String.valueOf(known.from().getHost())));
        reading.ifPresent(it -> {
            about.add(Pair.of("Last read", it.readAt() == null ? "never" : time.moment(it.readAt())));
            if (it.failure() != null) about.add(Pair.of("Tried " + time.moment(it.lookedAt()), it.failure() + (it.readAt() == null ? "" : " What it said last stands.")));
        });
        return about;
    }

    private static List<Pair> users(HolidayUsers users) {
        var pairs = new ArrayList<Pair>();
        if (users.organisation()) pairs.add(Pair.of("The organisation", "and teams without hours of their own"));
        users.teams().forEach(team -> pairs.add(Pair.to("Team", team.shown(), "/teams/" + team.name())));
        return pairs;
    }

    static String named(String name) {
        return name.isEmpty() ? "a holiday" : name;
    }
}
