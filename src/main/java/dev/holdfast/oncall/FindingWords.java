package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A finding in a line of a message. */
final class FindingWords {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

    private FindingWords() {}

    static String line(CatalogueView view, Check check) {
        var schedule = check.schedule() == null ? ""
                : view.document(SchedulePart.KIND, check.schedule()).map(Document::title).orElse(check.schedule()) + ": ";
        var from = check.from() == null ? "" : " From " + MOMENT.format(check.from().atZone(view.calendar().zone())) + ".";
        return schedule + check.text() + from;
    }
}
