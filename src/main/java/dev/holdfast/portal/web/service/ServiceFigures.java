package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Picture;
import dev.holdfast.oncall.Covering;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.Avatar;
import dev.holdfast.portal.web.Explained;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Gauge;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.IncidentWords;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.Tone;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The four figures of a service. */
record ServiceFigures(boolean live, Selected selected, Names names, Grounds grounds, ReaderTime time) {

    private static final Duration WEEK = Duration.ofHours(168);

    Figure called(Covering cover) {
        if (!live) return Figure.of("On call now", "nobody", "", "not live").because(Explained.of(cover.explain(), time));
        var next = cover.next();
        var then = next == null ? "" : ", then " + names.of(next.person());
        var name = ServiceWords.called(cover, names);
        var figure = Figure.of("On call now", name, "", ServiceWords.until(cover, time) + then).because(Explained.of(cover.explain(), time));
        if (ServiceWords.isGap(cover)) return figure.toned(Tone.LOSS);
        return cover.people().isEmpty() || name.equals("nobody") ? figure
                : figure.with(new Avatar(Avatar.initialsOf(name), grounds.of(cover.people().getFirst().value())));
    }

    /** What was used before and what the open incident uses, as its share of the service stands now. */
    Figure tolerance(Optional<Picture.ToleranceNow> found, @Nullable Picture open, ServiceName service) {
        var label = "Tolerance left this week";
        if (found.isEmpty()) return Figure.of(label, "no target", "", "Not assessed: there is nothing to hold it against");
        var tolerance = found.get();
        var used = tolerance.perWeek().minus(tolerance.left());
        var now = open == null ? Duration.ZERO : shorter(used, usedBy(open, service));
        var spent = tolerance.left().isZero();
        var under = !live ? "not live: it is what its users will be promised" : spent ? "used up, target " + ServiceWords.target(selected)
                : availability(used) + " over 7 days, target " + ServiceWords.target(selected);
        var figure = Figure.of(label, Figures.clock(tolerance.left()), "of " + Figures.clock(tolerance.perWeek()), under)
                .with(Gauge.of(tolerance.perWeek(), used.minus(now), now));
        return spent ? figure.toned(Tone.LOSS) : figure;
    }

    Figure target() {
        var calls = "deployed " + ServiceWords.deployment(selected);
        return selected.level() == null
                ? Figure.of("Availability target", "none yet", "", "The team is called at every hour until it is assessed").toned(Tone.CAUTION).because(Explained.of(selected.explain(), time))
                : Figure.of("Availability target", ServiceWords.target(selected), "", calls).because(Explained.of(selected.explain(), time));
    }

    Figure risk(AtRisk risk) {
        if (risk.perHour() == null) return Figure.of("At risk", "not known", "", "What an hour without it costs is missing").toned(Tone.CAUTION);
        var figure = Figure.of("At risk", risk.shown(), "an hour", risk.peakWords(time));
        return risk.changesSoon() ? figure.toned(Tone.CAUTION) : figure;
    }

    private Duration usedBy(Picture open, ServiceName service) {
        var impact = open.affected().stream().filter(it -> it.service().equals(service)).map(Picture.AffectedNow::impact).findFirst().orElse(BigDecimal.ZERO);
        var lasted = BigDecimal.valueOf(IncidentWords.lasted(open.incident(), time.now()).toSeconds());
        return Duration.ofSeconds(lasted.multiply(impact).setScale(0, RoundingMode.HALF_UP).longValue());
    }

    private static String availability(Duration used) {
        var share = BigDecimal.valueOf(WEEK.minus(used).toSeconds()).movePointRight(2).divide(BigDecimal.valueOf(WEEK.toSeconds()), 2, RoundingMode.FLOOR);
        return share.toPlainString() + "\u202f%";
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
