package dev.holdfast.calendars;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;
import org.jspecify.annotations.Nullable;

/** Takes a file apart into the lines of its events, unfolded; nothing in it is looked up anywhere else. */
final class IcsLines implements ContentHandler {

    private static final int MOST_EVENTS = 10_000;
    private static final String EVENT = "VEVENT";

    private final List<Map<String, List<Line>>> events = new ArrayList<>();
    private final Deque<String> open = new ArrayDeque<>();
    private Map<String, String> parameters = new HashMap<>();
    private @Nullable String value;

    private IcsLines() {}

    /** A property of an event; names in capitals. */
    record Line(Map<String, String> parameters, String value) {}

    /** The properties of each event, by name. */
    static List<Map<String, List<Line>>> of(byte[] file) {
        var text = new String(file, UTF_8);
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        if (!text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            throw new IcsUnreadable("It is no iCalendar file: that begins with BEGIN:VCALENDAR.");
        }
        var lines = new IcsLines();
        try {
            new CalendarParserImpl().parse(new UnfoldingReader(new StringReader(text.strip() + "\r\n"), true), lines);
        } catch (ParserException e) {
            throw new IcsUnreadable("It is no whole iCalendar file: it stops making sense at line " + e.getLineNo() + ".");
        } catch (IOException | IllegalArgumentException e) {
            throw new IcsUnreadable("It is no whole iCalendar file.");
        }
        return lines.events;
    }

    @Override
    public void startCalendar() {}

    @Override
    public void endCalendar() {}

    @Override
    public void startComponent(String name) {
        open.push(name.toUpperCase(Locale.ROOT));
        if (!isEvent()) return;
        if (events.size() == MOST_EVENTS) {
            throw new IcsUnreadable("It has more than " + MOST_EVENTS + " events.");
        }
        events.add(new HashMap<>());
    }

    @Override
    public void endComponent(String name) {
        open.poll();
    }

    @Override
    public void startProperty(String name) {
        parameters = new HashMap<>();
        value = null;
    }

    @Override
    public void parameter(String name, String text) {
        parameters.put(name.toUpperCase(Locale.ROOT), text);
    }

    @Override
    public void propertyValue(String text) {
        value = text;
    }

    @Override
    public void endProperty(String name) {
        if (value == null || !isEvent()) return;
        events.getLast().computeIfAbsent(name.toUpperCase(Locale.ROOT), unseen -> new ArrayList<>()).add(new Line(parameters, value));
    }

    private boolean isEvent() {
        return EVENT.equals(open.peek());
    }
}
