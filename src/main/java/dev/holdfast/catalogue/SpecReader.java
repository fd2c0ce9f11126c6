package dev.holdfast.catalogue;

import dev.holdfast.quantities.WeekWindow;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one object of a document. What is absent is null; what cannot be read is a fault and null as well, so that a
 * part goes on and finds every fault. A nested object is watched: a field of it that nobody asks for is a fault.
 */
public final class SpecReader {

    private final Reading reading;
    private final String path;
    private final ObjectNode node;

    SpecReader(Reading reading, String path, ObjectNode node) {
        this.reading = reading;
        this.path = path;
        this.node = node;
    }

    /** The name of the document. */
    public String name() {
        return reading.name;
    }

    public @Nullable String title() {
        return reading.title;
    }

    public @Nullable String description() {
        return reading.description;
    }

    /** Whether another catalogue said it: nothing is required of it then. */
    public boolean isImported() {
        return reading.imported;
    }

    public String path(String field) {
        return path + "." + field;
    }

    public boolean has(String field) {
        return at(field) != null;
    }

    /** The fields that are there, in their order. */
    public Set<String> names() {
        return new LinkedHashSet<>(node.propertyNames());
    }

    public @Nullable String text(String field) {
        var value = at(field);
        if (value == null) return null;
        if (value.isValueNode() && !value.isNull()) return value.asString();
        return malformed(field, "a text");
    }

    public @Nullable String requiredText(String field) {
        return required(field, text(field));
    }

    /** Gives the value on, and faults its absence, unless the document is imported. */
    public <V> @Nullable V required(String field, @Nullable V value) {
        if (value == null && !has(field) && !reading.imported) {
            fault(field, "REQUIRED", field + " is required");
        }
        return value;
    }

    public @Nullable Boolean flag(String field) {
        return Scalars.flag(this, field, text(field));
    }

    public boolean flag(String field, boolean absent) {
        var value = flag(field);
        return value == null ? absent : value;
    }

    public @Nullable BigDecimal decimal(String field) {
        return Scalars.decimal(this, field, text(field));
    }

    public @Nullable Integer integer(String field) {
        return Scalars.integer(this, field, text(field));
    }

    public @Nullable Instant instant(String field) {
        return Scalars.instant(this, field, text(field));
    }

    public @Nullable LocalDateTime localDateTime(String field) {
        return Scalars.parsed(this, field, text(field), LocalDateTime::parse, "a wall-clock time such as 2026-11-02T09:00");
    }

    public @Nullable LocalDate date(String field) {
        return Scalars.parsed(this, field, text(field), LocalDate::parse, "a date such as 2026-12-25");
    }

    public List<LocalDate> dates(String field) {
        return Scalars.dates(this, field, texts(field));
    }

    public @Nullable LocalTime time(String field) {
        return Scalars.parsed(this, field, text(field), LocalTime::parse, "a time of day such as 09:00");
    }

    /** An ISO 8601 duration; {@code P1W} is seven days of 24 hours. */
    public @Nullable Duration duration(String field) {
        return Scalars.parsed(this, field, text(field), Scalars::duration, "a duration such as PT5M");
    }

    /** Days and weeks of the wall clock: {@code P1D}, {@code P2W}. */
    public @Nullable Period days(String field) {
        return Scalars.parsed(this, field, text(field), Scalars::days, "days or weeks such as P1W");
    }

    public @Nullable ZoneId zone(String field) {
        return Scalars.zone(this, field, text(field));
    }

    /** An address that begins with http: or https:. */
    public @Nullable URI address(String field) {
        return Scalars.parsed(this, field, text(field), Scalars::address, "an address that begins with https://");
    }

    /** One of an enumeration, spelled in lower case with hyphens or as it says itself. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> choices) {
        return Scalars.choice(this, field, text(field), choices);
    }

    /** The name of a document of that kind, which must be in the file or there already. */
    public @Nullable String reference(String field, String kind) {
        var value = text(field);
        if (value != null) {
            reading.refer(path(field), kind, value);
        }
        return value;
    }

    public List<String> references(String field, String kind) {
        var names = texts(field);
        for (var index = 0; index < names.size(); index++) {
            reading.refer(path(field) + "[" + index + "]", kind, names.get(index));
        }
        return names;
    }

    /** A list of texts; empty where the field is absent. */
    public List<String> texts(String field) {
        var texts = new ArrayList<String>();
        for (var element : elements(field)) {
            if (element.isValueNode() && !element.isNull()) {
                texts.add(element.asString());
            } else {
                malformed(field, "a list of texts");
            }
        }
        return texts;
    }

    public @Nullable SpecReader object(String field) {
        var value = at(field);
        if (value == null) return null;
        return value instanceof ObjectNode object ? opened(path(field), object) : malformed(field, "an object");
    }

    /** A list of objects; empty where the field is absent. */
    public List<SpecReader> objects(String field) {
        var readers = new ArrayList<SpecReader>();
        var elements = elements(field);
        for (var index = 0; index < elements.size(); index++) {
            var at = field + "[" + index + "]";
            if (elements.get(index) instanceof ObjectNode object) {
                readers.add(opened(path(at), object));
            } else {
                malformed(at, "an object");
            }
        }
        return readers;
    }

    /** This object's {@code days}, {@code from} and {@code to} as a window of the week; days absent: every day. */
    public @Nullable WeekWindow window() {
        return Windows.read(this);
    }

    /** The value as it stands, with all below it taken as read. */
    public @Nullable JsonNode raw(String field) {
        return at(field);
    }

    /** A secret that the file says now: it is taken out of what is stored. {@code "set"} says that it is kept. */
    public @Nullable String secret(String field) {
        var value = text(field);
        if (!reading.isIncoming()) return null;
        node.remove(field);
        if (value == null || value.equals("set")) return null;
        reading.secret(path(field), value);
        return value;
    }

    public void fault(String field, String code, String message) {
        reading.fault(field.isEmpty() ? path : path(field), code, message);
    }

    public void warn(String field, String code, String message) {
        reading.warn(field.isEmpty() ? path : path(field), code, message);
    }

    private List<JsonNode> elements(String field) {
        var value = at(field);
        if (value == null) return List.of();
        if (value.isArray()) return List.copyOf(value.values());
        malformed(field, "a list");
        return List.of();
    }

    private SpecReader opened(String at, ObjectNode object) {
        reading.open(at, object);
        return new SpecReader(reading, at, object);
    }

    private <V> @Nullable V malformed(String field, String expected) {
        fault(field, "MALFORMED", field + " is not " + expected);
        return null;
    }

    private @Nullable JsonNode at(String field) {
        reading.saw(path(field));
        var value = node.get(field);
        return value == null || value.isNull() ? null : value;
    }
}
