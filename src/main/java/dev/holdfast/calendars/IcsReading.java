package dev.holdfast.calendars;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads iCalendar (RFC 5545): events with their repetitions, exceptions and moved occurrences, within bounds of time and
 * of work. What has been cancelled is not there. An event that makes no sense is passed over and counted; a file that
 * makes none is {@link IcsUnreadable}.
 */
public final class IcsReading {

    private static final int MOST_WORK = 300_000;
    private static final int MOST_OCCURRENCES = 20_000;
    private static final int LONGEST_SUMMARY = 200;

    private final IcsBounds bounds;
    private final Map<String, Set<LocalDateTime>> moved = new LinkedHashMap<>();
    private final Map<String, IcsEvent> found = new LinkedHashMap<>();
    private long work;
    private int passedOver;

    private IcsReading(IcsBounds bounds) {
        this.bounds = bounds;
    }

    public static IcsContent read(byte[] file, IcsBounds bounds) {
        var reading = new IcsReading(bounds);
        var events = IcsLines.of(file);
        events.forEach(reading::noteMoved);
        events.forEach(reading::takeOrPassOver);
        return new IcsContent(new ArrayList<>(reading.found.values()), reading.passedOver);
    }

    /** An occurrence that has an event of its own is not where its series has it. */
    private void noteMoved(Map<String, List<IcsLines.Line>> event) {
        var occurrence = event.get("RECURRENCE-ID");
        if (occurrence == null) return;
        try {
            var at = IcsMoment.read(occurrence.getFirst(), bounds.here());
            moved.computeIfAbsent(text(event, "UID"), unseen -> new HashSet<>()).add(at.in(bounds.here()));
        } catch (DateTimeException unreadable) {
            passedOver++;
        }
    }

    private void takeOrPassOver(Map<String, List<IcsLines.Line>> event) {
        try {
            take(event);
        } catch (DateTimeException | ArithmeticException unreadable) {
            passedOver++;
        }
    }

    private void take(Map<String, List<IcsLines.Line>> event) {
        if (text(event, "STATUS").equalsIgnoreCase("CANCELLED")) return;
        if (!event.containsKey("DTSTART")) throw new DateTimeException("no start");
        var start = IcsMoment.read(event.get("DTSTART").getFirst(), bounds.here());
        var length = length(event, start);
        var starts = new TreeSet<LocalDateTime>();
        if (event.containsKey("RECURRENCE-ID")) {
            starts.add(start.local());
        } else {
            starts.addAll(occurrences(event, start));
            starts.removeIf(each -> moved.getOrDefault(text(event, "UID"), Set.of()).contains(start.at(each).in(bounds.here())));
        }
        starts.forEach(each -> add(event, start.at(each), length));
    }

    private Set<LocalDateTime> occurrences(Map<String, List<IcsLines.Line>> event, IcsMoment start) {
        var end = bounds.until().plusDays(1).atStartOfDay();
        var starts = new TreeSet<LocalDateTime>();
        starts.add(start.local());
        for (var line : event.getOrDefault("RRULE", List.of())) {
            var rule = IcsRule.read(line.value());
            work += rule.turns(start.local(), end);
            if (work > MOST_WORK) throw new IcsUnreadable("Its events repeat so often that it would take too long to read.");
            starts.addAll(rule.from(start, end));
        }
        starts.addAll(listed(event, "RDATE", start));
        starts.removeAll(listed(event, "EXDATE", start));
        return starts;
    }

    private List<LocalDateTime> listed(Map<String, List<IcsLines.Line>> event, String name, IcsMoment start) {
        var moments = new ArrayList<LocalDateTime>();
        for (var line : event.getOrDefault(name, List.of())) {
            for (var text : line.value().split(",")) {
                var moment = IcsMoment.read(text.split("/")[0].strip(), IcsMoment.zone(line, start.zone()));
                moments.add(moment.isDate() && !start.isDate() ? moment.local().with(start.local().toLocalTime()) : moment.in(start.zone()));
            }
        }
        return moments;
    }

    private void add(Map<String, List<IcsLines.Line>> event, IcsMoment start, Length length) {
        var when = length.from(start);
        var first = start.in(bounds.here()).toLocalDate();
        var after = when instanceof IcsEvent.When.Days days ? days.after() : first.plusDays(1 + length.time().toDays());
        if (!bounds.contain(first, after)) return;
        var uid = text(event, "UID");
        var summary = text(event, "SUMMARY").replaceAll("\\\\[nN]", " ").replaceAll("\\\\(.)", "$1").strip();
        var shown = summary.length() > LONGEST_SUMMARY ? summary.substring(0, LONGEST_SUMMARY) : summary;
        var id = (uid.isEmpty() ? shown : uid) + " " + start.local();
        found.put(id, new IcsEvent(id, shown, when));
        if (found.size() > MOST_OCCURRENCES) throw new IcsUnreadable("It has more than " + MOST_OCCURRENCES + " events in the time looked at.");
    }

    private Length length(Map<String, List<IcsLines.Line>> event, IcsMoment start) {
        var end = start;
        if (event.containsKey("DTEND")) {
            end = IcsMoment.read(event.get("DTEND").getFirst(), start.zone());
        } else if (event.containsKey("DURATION")) {
            end = start.plus(text(event, "DURATION"));
        }
        var days = ChronoUnit.DAYS.between(start.local().toLocalDate(), end.in(start.zone()).toLocalDate());
        var midnights = start.local().toLocalTime().equals(LocalTime.MIDNIGHT) && end.in(start.zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
        var whole = start.isDate() || (midnights && days > 0);
        var time = whole ? Duration.ofDays(Math.max(1, days)) : Duration.between(start.instant(), end.instant());
        if (time.isNegative()) throw new DateTimeException("it ends before it begins");
        return new Length(whole, time);
    }

    private static String text(Map<String, List<IcsLines.Line>> event, String name) {
        var lines = event.get(name);
        return lines == null ? "" : lines.getFirst().value().strip();
    }

    /** How long each occurrence lasts: whole days, which a day of 23 or 25 hours is as well, or by the clock on the wrist. */
    private record Length(boolean whole, Duration time) {

        IcsEvent.When from(IcsMoment start) {
            var day = start.local().toLocalDate();
            return whole
                    ? new IcsEvent.When.Days(day, day.plusDays(time.toDays()))
                    : new IcsEvent.When.Span(start.instant(), start.instant().plus(time));
        }
    }
}
