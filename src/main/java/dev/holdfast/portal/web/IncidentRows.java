package dev.holdfast.portal.web;

import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.Picture;
import dev.holdfast.quantities.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Incidents as lines of a list: open ones with who has them and what comes next, past ones under their days. */
final class IncidentRows {

    private final Names names;
    private final ReaderTime time;
    private final Currency currency;

    IncidentRows(Names names, ReaderTime time, Currency currency) {
        this.names = names;
        this.time = time;
        this.currency = currency;
    }

    IncidentsPage.Row open(Picture picture) {
        var incident = picture.incident();
        return new IncidentsPage.Row(
                null, incident.reference(), incident.summary(), incident.service().value(), IncidentWords.states(incident),
                IncidentWords.who(picture, names), IncidentNext.of(picture, time), time.moment(incident.startedAt()),
                Figures.clock(IncidentWords.lasted(incident, time.now())), IncidentWords.loss(picture));
    }

    List<IncidentsPage.Row> past(List<Incident> incidents) {
        var rows = new ArrayList<IncidentsPage.Row>();
        @Nullable LocalDate day = null;
        for (var incident : incidents) {
            var its = time.local(incident.startedAt()).toLocalDate();
            rows.add(past(incident, its.equals(day) ? null : its.equals(time.today()) ? "Today" : time.day(its)));
            day = its;
        }
        return List.copyOf(rows);
    }

    private IncidentsPage.Row past(Incident incident, @Nullable String day) {
        return new IncidentsPage.Row(
                day, incident.reference(), incident.summary(), incident.service().value(), IncidentWords.states(incident), who(incident), "",
                time.time(incident.startedAt()), Figures.clock(IncidentWords.lasted(incident, time.now())), cost(incident));
    }

    String who(Incident incident) {
        var by = incident.commander() == null ? incident.acknowledgedBy() : incident.commander();
        return by == null ? "nobody" : names.of(by);
    }

    /** What it lost, and what restoring it so soon has protected. */
    private IncidentsPage.Loss cost(Incident incident) {
        var figures = incident.figures();
        if (figures == null || figures.loss() == null) return new IncidentsPage.Loss("–", "", "0", null, "not assessed");
        var lost = new Money(figures.loss(), currency);
        var kept = figures.protectedLoss();
        var overrun = figures.overrun();
        var beside = overrun != null && overrun.signum() > 0 ? Figures.money(new Money(overrun, currency)) + " beyond tolerance"
                : kept == null ? "" : Figures.money(new Money(kept, currency)) + " protected";
        return new IncidentsPage.Loss(Figures.money(lost), Figures.sign(lost), lost.amount().toPlainString(), null, beside);
    }
}
