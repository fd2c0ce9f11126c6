package dev.holdfast.handover;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What whoever takes over is told, in the times of where they are. */
final class HandoverWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);
    private static final int NOTES = 5;

    private final Handover handover;
    private final CatalogueView view;

    HandoverWords(Handover handover, CatalogueView view) {
        this.handover = handover;
        this.view = view;
    }

    String subject() {
        return "You are on call by " + title() + ", after " + name(handover.change().from().value());
    }

    String text() {
        var lines = new ArrayList<String>();
        handover.notes().reversed().stream().limit(NOTES).map(note -> name(note.by()) + ": “" + note.text() + "”").forEach(lines::add);
        lines.addAll(digest(handover.digest()));
        return String.join("\n", lines);
    }

    private List<String> digest(Digest digest) {
        if (digest.saysNothing()) return List.of("Nothing is open, nothing is held, and nobody was called during the last shift.");
        var lines = new ArrayList<String>();
        if (!digest.openIncidents().isEmpty()) lines.add("Open: " + digest.openIncidents().stream().map(HandoverWords::words).collect(Collectors.joining("; ")));
        if (!digest.suppressed().isEmpty()) lines.add("Held: " + digest.suppressed().stream().map(this::words).collect(Collectors.joining("; ")));
        if (!digest.noisiest().isEmpty()) lines.add("Noisy: " + digest.noisiest().stream().map(HandoverWords::words).collect(Collectors.joining("; ")));
        return lines;
    }

    private static String words(Digest.Open open) {
        return open.incident() + " " + open.summary() + " (" + open.service() + (open.major() ? ", major)" : ")");
    }

    private String words(Digest.Held held) {
        return held.incident() + " " + held.summary() + ", called " + MOMENT.format(held.until().atZone(zone()));
    }

    private static String words(Digest.Noisy noisy) {
        var times = noisy.callouts() == 1 ? "1 callout" : noisy.callouts() + " callouts";
        return noisy.summary() + " (" + times + (noisy.outOfHours() == 0 ? ")" : ", " + noisy.outOfHours() + " out of hours)");
    }

    private ZoneId zone() {
        return view.person(handover.change().to()).map(Person::zone).orElse(ZoneOffset.UTC);
    }

    private String title() {
        var schedule = handover.change().schedule();
        return view.document(HandoverPart.SCHEDULE, schedule).map(document -> document.title()).orElse(schedule);
    }

    private String name(String by) {
        return by.matches("[a-z0-9-]{1,63}") ? view.person(new PersonName(by)).map(Person::shown).orElse(by) : by;
    }
}
