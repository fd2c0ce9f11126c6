package dev.holdfast.portal.web;

import dev.holdfast.http.Unprocessable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was not taken of a form, in words, and what was typed, so that nothing of it is lost. */
public record FormFaults(List<Entry> entries, Map<String, String> typed) {

    /** One fault: the field that it is about and what to do. */
    public record Entry(String field, String message) {}

    public static final FormFaults NONE = new FormFaults(List.of(), Map.of());

    public static FormFaults of(Unprocessable refused, Map<String, String> typed) {
        return new FormFaults(refused.faults().stream().map(fault -> new Entry(fault.path(), fault.message())).toList(), typed);
    }

    public static FormFaults of(String field, String message, Map<String, String> typed) {
        return new FormFaults(List.of(new Entry(field, message)), typed);
    }

    /** All of them about one part of the page. */
    public FormFaults at(String part) {
        return new FormFaults(entries.stream().map(entry -> new Entry(part, entry.message())).toList(), typed);
    }

    public String typed(String field) {
        return typed.getOrDefault(field, "");
    }

    public Optional<String> of(String field) {
        return entries.stream().filter(entry -> entry.field().equals(field)).map(Entry::message).findFirst();
    }
}
