package dev.holdfast.portal.web.rota;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.quantities.WallClock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page on which somebody is put above a schedule; what it was asked with stands in it. */
@Component
class OverrideSheet {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final int SUGGESTED = 300;
    private static final Duration LONGEST = Duration.ofDays(60);

    private final Documents documents;
    private final Schedules schedules;
    private final Away away;

    OverrideSheet(Documents documents, Schedules schedules, Away away) {
        this.documents = documents;
        this.schedules = schedules;
        this.away = away;
    }

    OverridePage page(Form form, Viewer viewer, ReaderTime time, FormFaults faults) {
        return documents.holding(() -> drawn(form, viewer, time, faults));
    }

    private OverridePage drawn(Form form, Viewer viewer, ReaderTime time, FormFaults faults) {
        var view = documents.at(time.now());
        var schedule = Optional.ofNullable(form.text("schedule")).orElse("");
        var person = Optional.ofNullable(form.text("person")).orElse(viewer.person() == null ? "" : viewer.person());
        return new OverridePage(
                mine(view, schedule, viewer), people(view), schedule, field(form, "from", time), field(form, "to", time), person,
                Optional.ofNullable(form.text("note")).orElse(""), time.zone().getId(), instead(form, schedule, view, time), warnings(form, person, view, time), faults);
    }

    /** Those that are the reader's to change. */
    private List<Choice> mine(CatalogueView view, String chosen, Viewer viewer) {
        var choices = new ArrayList<>(view.documents(RotaSheet.KIND).stream()
                .filter(document -> document.name().equals(chosen) || schedules.mayChange(document.name(), viewer))
                .map(document -> new Choice(document.name(), document.title() == null ? document.name() : document.title(), document.name().equals(chosen)))
                .sorted(Comparator.comparing(Choice::words))
                .toList());
        if (choices.stream().noneMatch(Choice::chosen)) choices.addFirst(new Choice("", "choose one", true));
        return choices;
    }

    static List<Choice> people(CatalogueView view) {
        return view.people().stream()
                .filter(Person::onCall)
                .sorted(Comparator.comparing(Person::shown))
                .limit(SUGGESTED)
                .map(it -> new Choice(it.name().value(), it.shown(), false))
                .toList();
    }

    private List<String> warnings(Form form, String person, CatalogueView view, ReaderTime time) {
        try {
            var to = time(form, "to", time);
            return person.matches("[a-z0-9-]{1,63}") ? away.words(new PersonName(person), time(form, "from", time), to, new Names(view), time) : List.of();
        } catch (Unprocessable unsaid) {
            return List.of();
        }
    }

    /** Who is on call in that time, as it stands. */
    private @Nullable String instead(Form form, String schedule, CatalogueView view, ReaderTime time) {
        try {
            var from = time(form, "from", time);
            var to = time(form, "to", time);
            if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0 || view.document(RotaSheet.KIND, schedule).isEmpty()) return null;
            var shifts = schedules.shifts(schedule, from, to).items();
            var names = new Names(view);
            return shifts.isEmpty() ? "Nobody is on call in that time." : "On call in that time as it stands: "
                    + shifts.stream().map(it -> names.of(it.person()) + ", " + time.full(it.from()) + " to " + time.full(it.to())).collect(Collectors.joining("; ")) + ".";
        } catch (Unprocessable | NotFound unsaid) {
            return null;
        }
    }

    static String field(Form form, String field, ReaderTime time) {
        var text = form.text(field);
        if (text == null) return "";
        try {
            return FIELD.format(time.local(Instant.parse(text)));
        } catch (DateTimeException local) {
            return text;
        }
    }

    /** By the reader's wall clock, or an instant. */
    Instant time(Form form, String field, ReaderTime time) {
        var text = form.required(field, field.equals("from") ? "Say from when." : "Say until when.");
        try {
            if (text.endsWith("Z")) return Instant.parse(text);
            var local = LocalDateTime.parse(text);
            if (local.getYear() < 1 || local.getYear() > 9999) throw new DateTimeException(text);
            return field.equals("from") ? WallClock.startOf(local, time.zone()) : WallClock.endOf(local, time.zone());
        } catch (DateTimeException unreadable) {
            throw Unprocessable.of(field, "MALFORMED", "That is no time: write it as 2026-11-29T18:00.");
        }
    }
}
