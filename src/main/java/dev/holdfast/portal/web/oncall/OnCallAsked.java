package dev.holdfast.portal.web.oncall;

import dev.holdfast.portal.web.ReaderTime;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is asked for in the address of the page; what cannot be read counts as not asked. */
record OnCallAsked(Map<String, String> asked) {

    private static final List<String> FIELDS = List.of("view", "domain", "team", "person", "from", "service", "at");

    static OnCallAsked of(Map<String, String> parameters) {
        var asked = new LinkedHashMap<String, String>();
        FIELDS.forEach(field -> {
            var value = parameters.getOrDefault(field, "").strip();
            if (!value.isEmpty()) asked.put(field, value);
        });
        return new OnCallAsked(asked);
    }

    String of(String field) {
        return asked.getOrDefault(field, "");
    }

    boolean isNarrowed() {
        return asked.containsKey("domain") || asked.containsKey("team") || asked.containsKey("person");
    }

    String view() {
        return of("view").equals("now") || of("view").equals("month") ? of("view") : "weeks";
    }

    int days() {
        return view().equals("month") ? 35 : 14;
    }

    /** The first day that is drawn: the Monday of this week, unless another day is asked for. */
    LocalDate first(ReaderTime time) {
        return read("from", LocalDate::parse).orElseGet(() -> monday(time));
    }

    boolean isToday(ReaderTime time) {
        return first(time).equals(monday(time));
    }

    @Nullable LocalDateTime at() {
        return read("at", LocalDateTime::parse).orElse(null);
    }

    /** The same with another value in one field. */
    OnCallAsked but(String field, String value) {
        var changed = new LinkedHashMap<>(asked);
        changed.put(field, value);
        return of(changed);
    }

    /** The same page with another value in one field; an empty one takes it away. */
    String with(String field, String value) {
        return address("/on-call", field, value);
    }

    String address(String path, String field, String value) {
        var changed = new LinkedHashMap<>(asked);
        changed.put(field, value);
        changed.values().removeIf(String::isEmpty);
        var address = UriComponentsBuilder.fromPath(path);
        changed.keySet().forEach(each -> address.queryParam(each, "{" + each + "}"));
        return address.encode().buildAndExpand(changed).toUriString();
    }

    private <T> Optional<T> read(String field, Function<String, T> reading) {
        try {
            return Optional.ofNullable(asked.get(field)).map(reading);
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static LocalDate monday(ReaderTime time) {
        return time.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
