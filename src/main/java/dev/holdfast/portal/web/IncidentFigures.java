package dev.holdfast.portal.web;

import dev.holdfast.incidents.LossSize;
import dev.holdfast.incidents.Picture;
import dev.holdfast.paging.NextCall;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The four figures of an incident, and what happens if it goes on. */
final class IncidentFigures {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal WEEK_OF_HOURS = BigDecimal.valueOf(168);

    private final Picture picture;
    private final ReaderTime time;
    private final Names names;
    private final Money majorFrom;

    IncidentFigures(Picture picture, ReaderTime time, Names names, Money majorFrom) {
        this.picture = picture;
        this.time = time;
        this.names = names;
        this.majorFrom = majorFrom;
    }

    List<Figure> figures(List<Because> why) {
        return List.of(tolerance(), response(why), protectedLoss(), answer());
    }

    private Figure tolerance() {
        var tolerance = picture.tolerance();
        if (tolerance == null) return Figure.of("Tolerance left this week", "no target", "", "The service is not assessed");
        var used = tolerance.perWeek().minus(tolerance.left());
        var now = tolerance.usedByThis().compareTo(used) > 0 ? used : tolerance.usedByThis();
        var before = used.minus(now);
        var under = before.isZero() ? Figures.clock(now) + " by this" : Figures.clock(before) + " before, " + Figures.clock(now) + " by this";
        var figure = Figure.of("Tolerance left this week", Figures.clock(tolerance.left()), "of " + Figures.clock(tolerance.perWeek()), under)
                .with(Gauge.of(tolerance.perWeek(), before, now));
        return tolerance.left().isZero() ? figure.toned(Tone.LOSS) : figure;
    }

    private Figure response(List<Because> why) {
        var incident = picture.incident();
        var expected = picture.cost().expected();
        var by = incident.restoreBy();
        var value = switch (incident.size()) {
            case HIGH -> "Restore immediately";
            case MEDIUM -> "Restore by next working day";
            case LOW -> "Restore when possible";
        };
        var size = incident.size().name().charAt(0) + incident.size().name().substring(1).toLowerCase(Locale.ROOT);
        var under = expected == null ? size + " loss" : size + ": expected " + Figures.money(expected);
        return Figure.of("Response", value, "", by == null || incident.size() == LossSize.HIGH ? under : under + ", by " + time.moment(by)).because(why);
    }

    private Figure protectedLoss() {
        var cost = picture.cost();
        var open = picture.incident().isOpen();
        var label = open ? "Protected if restored now" : "Protected";
        var amount = cost.protectedLoss();
        var whole = cost.atTolerable();
        if (amount == null || whole == null) return Figure.of(label, "–", "", "There is no target to hold it against");
        var unit = IncidentWords.effectiveness(cost).isEmpty() ? "" : IncidentWords.effectiveness(cost) + " of " + Figures.money(whole);
        var overrun = cost.overrun();
        var figure = Figure.of(label, Figures.money(amount), unit, "against losing the whole tolerance");
        return overrun == null || overrun.isZero() ? figure
                : Figure.of(label, Figures.money(amount), unit, Figures.money(overrun) + " beyond the tolerance").toned(Tone.LOSS);
    }

    private Figure answer() {
        var incident = picture.incident();
        var at = incident.acknowledgedAt();
        var by = incident.acknowledgedBy();
        if (at != null && by != null) {
            return Figure.of("Answered after", Figures.clock(Duration.between(incident.openedAt(), at)), "",
                    "by " + names.of(by) + ", " + time.moment(at));
        }
        if (!incident.isOpen()) return Figure.of("Answered after", "–", "", "it ended before anybody had it");
        return Figure.of("Answer", "nobody yet", "", "called since " + time.moment(incident.openedAt())).toned(Tone.LOSS);
    }

    /** Who is called next and when, while somebody is to be called. */
    @Nullable String calling(@Nullable NextCall next) {
        if (!picture.incident().isOpen()) return null;
        var called = next == null || next.people().isEmpty() ? null : next;
        return switch (picture.paging().state()) {
            case CALLING -> called == null ? "Nobody is left who could be called: the administrators are told" : "Nobody has answered: " + are(called) + " called at " + time.exact(called.at());
            case SUPPRESSED -> called == null ? "Nobody is called at this hour" : "Nobody is woken: " + named(called) + " will be called at " + time.moment(called.at());
            case UNANSWERED -> "Everybody was called, nobody answered" + (called == null ? "" : ": " + named(called) + " again at " + time.exact(called.at()));
            case STOPPED, NONE -> null;
        };
    }

    private String are(NextCall call) {
        return named(call) + (call.people().size() == 1 ? " is" : " are");
    }

    private String named(NextCall call) {
        return String.join(" and ", call.people().stream().map(names::of).toList());
    }

    List<Pair> ahead() {
        var rate = picture.cost().ratePerHour();
        var soFar = picture.cost().soFar();
        if (!picture.incident().isOpen() || rate == null || soFar == null || rate.isZero()) return List.of();
        var ahead = new TreeMap<Instant, String>();
        var hour = picture.incident().startedAt().plus(Duration.ofHours(1));
        var next = hour.isAfter(picture.at()) ? hour : picture.at().plus(Duration.ofHours(1));
        ahead.put(next, Figures.money(soFar.plus(rate.anHourOver(Duration.between(picture.at(), next)))) + " lost");
        if (soFar.compareTo(majorFrom) < 0) {
            var hours = majorFrom.minus(soFar).shareOf(rate);
            var crossed = picture.at().plusSeconds(hours.min(WEEK_OF_HOURS).multiply(SECONDS_PER_HOUR).longValue());
            if (hours.compareTo(WEEK_OF_HOURS) < 0) ahead.put(crossed, Figures.money(majorFrom) + " lost" + (picture.incident().isMajor() ? "" : ": major"));
        }
        var tolerance = picture.tolerance();
        var gone = tolerance == null ? null : tolerance.exhaustedAt();
        if (gone != null && gone.isAfter(picture.at())) ahead.put(gone, "week’s tolerance gone");
        return pairs(ahead);
    }

    private List<Pair> pairs(Map<Instant, String> ahead) {
        var pairs = new ArrayList<Pair>();
        ahead.forEach((at, what) -> pairs.add(Pair.of(time.moment(at), what)));
        return List.copyOf(pairs);
    }
}
