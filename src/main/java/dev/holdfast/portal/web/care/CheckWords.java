package dev.holdfast.portal.web.care;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.oncall.Check;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import org.jspecify.annotations.Nullable;

/** A finding as people read it. */
final class CheckWords {

    private static final Status COSTS = new Status("costs", Shape.DIAMOND, Tone.LOSS);
    private static final Status LOOK = new Status("look at this", Shape.TRIANGLE, Tone.CAUTION);

    private CheckWords() {}

    static ForecastPage.Item item(CatalogueView view, Check check, Names names, ReaderTime time) {
        var costs = check.exposurePerHour() != null && (check.code() == Check.Code.GAP || check.code() == Check.Code.UNREACHABLE || check.code() == Check.Code.LEAVING);
        var schedule = check.schedule() == null ? "" : view.document("Schedule", check.schedule()).map(Document::title).orElse(check.schedule());
        return new ForecastPage.Item(
                costs ? COSTS : LOOK, when(check, time), what(check), schedule + ". " + said(check, names), atRisk(check), mend(check), check.url());
    }

    private static String what(Check check) {
        return switch (check.code()) {
            case GAP -> "Gap";
            case ON_LEAVE -> "On call while away";
            case LEAVING -> "On call after leaving";
            case UNREACHABLE -> "Cannot be reached";
            case CLOCK_CHANGE -> "The clocks change";
            case UNFAIR -> "Not shared fairly";
            case FEW_PARTICIPANTS -> "Too few on the rota";
            case TOO_OFTEN -> "On call too often";
            case FEW_OF_TEAM -> "Few of the team take turns";
            case BACK_TO_BACK -> "Two turns in a row";
            case SCHEDULE_NOT_USED -> "Not used";
            case NO_CONFIRMED_DOMAIN_SCHEDULE -> "No schedule of the domain";
        };
    }

    private static String when(Check check, ReaderTime time) {
        var from = check.from();
        var to = check.to();
        if (from == null && to == null) return "";
        if (from == null || !from.isAfter(time.now())) return to == null ? "now" : "now, until " + time.full(to);
        if (to == null) return "from " + time.full(from);
        return time.local(from).toLocalDate().equals(time.local(to).toLocalDate()) ? time.full(from) + " to " + time.time(to) : time.full(from) + " to " + time.full(to);
    }

    /** The sentence begins with the name that the catalogue has of a person. */
    private static String said(Check check, Names names) {
        return check.people().stream()
                .filter(person -> check.text().startsWith(person + " "))
                .findFirst()
                .map(person -> names.of(person) + check.text().substring(person.value().length()))
                .orElse(check.text());
    }

    private static @Nullable String atRisk(Check check) {
        return check.exposurePerHour() == null ? null : Figures.money(check.exposurePerHour());
    }

    private static String mend(Check check) {
        return check.mend().endsWith(".") ? check.mend().substring(0, check.mend().length() - 1) : check.mend();
    }
}
