package dev.holdfast.portal.web;

import dev.holdfast.incidents.TimelineEntry;
import dev.holdfast.quantities.Because;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The timeline as it is read: newest first, each kind with its shape, a day's name above its first line. */
final class TimelineLines {

    private static final Set<String> PAGES =
            Set.of("page", "page-failed", "page-not-sent", "suppressed", "released", "unanswered", "incident-manager-told");

    private final ReaderTime time;
    private final Names names;

    TimelineLines(ReaderTime time, Names names) {
        this.time = time;
        this.names = names;
    }

    IncidentPage.Timeline of(List<TimelineEntry> entries, String show) {
        var views = List.of(
                new Choice("?show=all", "All", show.equals("all")),
                new Choice("?show=notes", "Notes", show.equals("notes")),
                new Choice("?show=pages", "Pages", show.equals("pages")));
        var shown = entries.reversed().stream().filter(entry -> isShown(entry.kind(), show)).toList();
        return new IncidentPage.Timeline(views, lines(shown));
    }

    /** The pages that a person got, the latest first, each with the rules and facts that led to it. */
    List<IncidentPage.Paged> paged(List<TimelineEntry> entries, @Nullable String person) {
        return entries.reversed().stream()
                .filter(entry -> Set.of("page", "released", "unanswered").contains(entry.kind()))
                .filter(entry -> String.valueOf(entry.data().get("person")).equals(person) && !entry.explain().isEmpty())
                .map(entry -> new IncidentPage.Paged("You were called at " + time.exact(entry.at()), explained(entry)))
                .limit(3)
                .toList();
    }

    private List<Because> explained(TimelineEntry entry) {
        return entry.explain().stream().map(line -> Because.of(line.code(), time.spoken(line.text()))).toList();
    }

    private static boolean isShown(String kind, String show) {
        return switch (show) {
            case "notes" -> kind.equals("note");
            case "pages" -> PAGES.contains(kind);
            default -> true;
        };
    }

    private List<IncidentPage.Entry> lines(List<TimelineEntry> entries) {
        var lines = new ArrayList<IncidentPage.Entry>();
        LocalDate day = time.today();
        for (var entry : entries) {
            var its = time.local(entry.at()).toLocalDate();
            lines.add(line(entry, its.equals(day) ? null : time.day(its)));
            day = its;
        }
        return List.copyOf(lines);
    }

    private IncidentPage.Entry line(TimelineEntry entry, @Nullable String day) {
        var note = entry.kind().equals("note");
        var quoted = note ? entry.text() : entry.data().get("note") instanceof String beside ? beside : null;
        var lead = note || entry.kind().equals("acknowledged") ? names.of(entry.by()) : "";
        return new IncidentPage.Entry(
                entry.id(), day, time.exact(entry.at()), status(entry.kind()), lead, words(entry), quoted,
                null, explained(entry));
    }

    private String words(TimelineEntry entry) {
        return switch (entry.kind()) {
            case "note" -> "";
            case "acknowledged" -> entry.data().get("seconds") instanceof Number seconds
                    ? "acknowledged after " + Figures.clock(Duration.ofSeconds(seconds.longValue())) : "acknowledged";
            default -> named(entry);
        };
    }

    /** The sentence with people as people are called: who acted, and whom it is about. */
    private String named(TimelineEntry entry) {
        var text = entry.text().endsWith(".") ? entry.text().substring(0, entry.text().length() - 1) : entry.text();
        var people = Stream.concat(
                        Stream.of(entry.by(), String.valueOf(entry.data().get("person"))),
                        entry.data().get("people") instanceof Collection<?> told ? told.stream().map(String::valueOf) : Stream.empty())
                .filter(names::isPerson)
                .distinct()
                .toList();
        for (var person : people) {
            text = Pattern.compile("(?<![\\w-])" + Pattern.quote(person) + "(?![\\w-])")
                    .matcher(text)
                    .replaceAll(Matcher.quoteReplacement(names.of(person)));
        }
        text = time.spoken(text);
        var said = text.startsWith(entry.by() + " ") ? names.of(entry.by()) + text.substring(entry.by().length()) : text;
        return said.isEmpty() ? said : Character.toUpperCase(said.charAt(0)) + said.substring(1);
    }

    static Status status(String kind) {
        return switch (kind) {
            case "opened", "alert-joined", "type", "reopened" -> new Status(kind, Shape.DIAMOND, Tone.LOSS);
            case "impact", "loss" -> new Status(kind, Shape.DIAMOND, Tone.QUIET);
            case "page-failed", "unanswered", "unacknowledged" -> new Status(kind, Shape.TRIANGLE, Tone.CAUTION);
            case "acknowledged" -> new Status(kind, Shape.HALF, Tone.ACCENT);
            case "incident-manager-told", "commander", "released" -> new Status(kind, Shape.DOT, Tone.ACCENT);
            case "resolved", "alert-resolved" -> new Status(kind, Shape.CHECK, Tone.SAFE);
            case "reassigned", "handed-over" -> new Status(kind, Shape.BACK, Tone.QUIET);
            default -> new Status(kind, Shape.RING, Tone.QUIET);
        };
    }
}
