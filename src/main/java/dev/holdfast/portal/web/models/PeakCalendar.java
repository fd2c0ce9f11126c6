package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.models.PeaksPage.Bar;
import dev.holdfast.portal.web.models.PeaksPage.Calendar;
import dev.holdfast.portal.web.models.PeaksPage.Lane;
import dev.holdfast.portal.web.models.PeaksPage.Month;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Draws twelve months with a row for each service. */
record PeakCalendar(Period year, ReaderTime time, Currency currency) {

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.UK);
    private static final double HEAD = 1.5;
    private static final double LANE = 2.75;
    private static final double NARROWEST = 0.6;
    private static final double LATE = 80;

    Calendar of(List<Placed> services, List<PeakAhead> peaks) {
        var lanes = new ArrayList<Lane>();
        for (var placed : services) {
            var its = peaks.stream().filter(peak -> peak.service().equals(placed.service().name())).toList();
            if (!its.isEmpty()) lanes.add(lane(placed, its, HEAD + lanes.size() * LANE));
        }
        var label = "Peaks of %s within twelve months, by service".formatted(ModelWords.services(lanes.size()));
        return new Calendar(label, Rem.of(HEAD + lanes.size() * LANE + 0.25), months(), lanes);
    }

    private List<Month> months() {
        var months = new ArrayList<Month>();
        var day = time.local(year.from()).toLocalDate().withDayOfMonth(1).plusMonths(1);
        var end = Objects.requireNonNull(year.to());
        while (day.atStartOfDay(time.zone()).toInstant().isBefore(end)) {
            months.add(new Month(Rem.percent(x(day.atStartOfDay(time.zone()).toInstant())), MONTH.format(day).replace("Sept", "Sep")
                    + (day.getMonthValue() == 1 ? " " + day.getYear() : "")));
            day = day.plusMonths(1);
        }
        return months;
    }

    private Lane lane(Placed placed, List<PeakAhead> peaks, double y) {
        var bars = peaks.stream().map(this::bar).toList();
        return new Lane(Rem.of(y), Rem.of(y + 0.9375), Rem.of(y + 1.8125), Rem.cut(placed.name(), 22),
                placed.risk().shown() + ", " + ModelWords.level(placed.level()), bars);
    }

    private Bar bar(PeakAhead ahead) {
        var during = ahead.peak().during();
        var from = x(during.from());
        var to = during.to() == null ? 100 : x(during.to());
        var width = Math.max(NARROWEST, to - from);
        var lead = x(ahead.raisedFrom());
        var late = from > LATE;
        return new Bar(
                Rem.percent(from), Rem.percent(width), Rem.percent(lead), Rem.percent(from - lead), ahead.raises() ? "rises" : "stays", title(ahead),
                Rem.percent(late ? Math.min(lead, from) : from + width), late ? "end" : "",
                ahead.peak().name() + ", " + Figures.tight(ahead.peak().exposure().perHour(currency))
                        + (ahead.raises() ? " → " + ModelWords.level(ahead.during().level()) : ""));
    }

    private String title(PeakAhead ahead) {
        var to = ahead.peak().during().to();
        return "%s: %s, %s to %s".formatted(ahead.service(), ahead.peak().name(), time.full(ahead.peak().during().from()), to == null ? "no end" : time.full(to));
    }

    /** The place of an instant in the year, in per cent; what lies outside stands at its edge. */
    private double x(Instant at) {
        var whole = Duration.between(year.from(), Objects.requireNonNull(year.to())).toMillis();
        var into = Duration.between(year.from(), at).toMillis();
        return Math.clamp(100.0 * into / whole, 0, 100);
    }
}
