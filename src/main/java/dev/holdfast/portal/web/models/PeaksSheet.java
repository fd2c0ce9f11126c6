package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Cursor;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.models.PeaksPage.Row;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes the calendar of peaks: services by their next peak, cut by a cursor. */
@Component
class PeaksSheet {

    private static final int SHOWN = 40;
    private static final int MOST = 400;
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Documents documents;
    private final Policies policies;
    private final Placing placing;
    private final Peaks peaks;

    PeaksSheet(Documents documents, Policies policies, Placing placing, Peaks peaks) {
        this.documents = documents;
        this.policies = policies;
        this.placing = placing;
        this.peaks = peaks;
    }

    PeaksPage page(Asked asked, ReaderTime time) {
        return documents.holding(() -> page(asked, time, documents.at(time.now())));
    }

    private PeaksPage page(Asked asked, ReaderTime time, CatalogueView view) {
        var year = new Period(time.now(), time.now().plus(A_YEAR));
        var filters = new ModelFilters(view, asked).all();
        var found = placing.all(view).stream().filter(placed -> placed.takes(asked)).filter(placed -> hasPeak(placed, year)).toList();
        var rest = after(found, asked);
        var shown = rest.stream().limit(SHOWN).toList();
        var ahead = peaks.of(shown, year, MOST);
        var policy = policies.in(view);
        var next = rest.size() > SHOWN ? asked.with("cursor", Cursor.encode(shown.getLast().name())).address("/operating-models/peaks") : null;
        return new PeaksPage(
                lede(found), filters.domains(), filters.teams(), asked.of("q"),
                ahead.isEmpty() ? null : new PeakCalendar(year, time, policy.currency()).of(shown, ahead),
                ahead.stream().map(peak -> row(peak, shown, view, policy, time)).toList(), next);
    }

    private static boolean hasPeak(Placed placed, Period year) {
        return placed.assessment().peaks().stream().anyMatch(peak -> new Period(peak.during().from().minus(peak.leadIn()), peak.during().to()).overlaps(year));
    }

    private static List<Placed> after(List<Placed> found, Asked asked) {
        var position = Cursor.decode(asked.of("cursor")).orElse("");
        return position.isEmpty() ? found : found.subList(found.stream().map(Placed::name).toList().indexOf(position) + 1, found.size());
    }

    private static String lede(List<Placed> found) {
        return found.isEmpty() ? "A peak raises what is at risk, and with it the target and who is called, by itself and only for its time."
                : ModelWords.services(found.size()) + (found.size() == 1 ? " has" : " have")
                        + " a peak within twelve months. Targets and on-call levels rise by themselves, and fall back when it is over.";
    }

    private static Row row(PeakAhead ahead, List<Placed> shown, CatalogueView view, Policy policy, ReaderTime time) {
        var placed = shown.stream().filter(each -> each.service().name().equals(ahead.service())).findFirst().orElseThrow();
        var peak = ahead.peak();
        var to = peak.during().to();
        var base = placed.assessment().exposure();
        return new Row(
                placed.name(), "/operating-models/" + placed.name(), "/catalogue/services/" + placed.name() + "/edit", peak.name(),
                time.full(peak.during().from()) + (to == null ? ", without an end" : " – " + time.full(to)),
                peak.leadIn().isZero() ? "" : "led in from " + time.full(ahead.raisedFrom()) + ", " + Figures.words(peak.leadIn()),
                (base == null ? "not known" : Bands.money(base.perHour(), policy.currency())) + " → " + Bands.money(peak.exposure().perHour(), policy.currency()),
                ahead.raises() ? ModelWords.level(ahead.before().level()) + " → " + ModelWords.level(ahead.during().level()) : "stays " + ModelWords.level(ahead.during().level()),
                called(ahead, placed, view));
    }

    private static String called(PeakAhead ahead, Placed placed, CatalogueView view) {
        var then = ModelWords.called(Objects.requireNonNull(ahead.during().onCall()).outOfHours(), placed.service(), view);
        return ahead.changesCalled() ? then + ", instead of " + ModelWords.called(ahead.before().onCall().outOfHours(), placed.service(), view) : then + ", as ever";
    }
}
