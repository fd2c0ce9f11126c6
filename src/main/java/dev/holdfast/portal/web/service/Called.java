package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.oncall.Stretch;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.portal.web.Said;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.Tone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who is called for a service through two weeks from Monday on, and what of it wants filling. */
@Component
class Called {

    private static final int DAYS = 14;

    private final Coverage coverage;
    private final Schedules schedules;
    private final Selection selection;
    private final Risks risks;

    Called(Coverage coverage, Schedules schedules, Selection selection, Risks risks) {
        this.coverage = coverage;
        this.schedules = schedules;
        this.selection = selection;
        this.risks = risks;
    }

    /** Who is called now, the ribbon, the sentences under it, and for how many stretches ahead nobody is on a schedule. */
    record Ahead(Covering now, @Nullable Ribbon ribbon, List<Said> remarks, int gaps) {}

    Ahead over(CatalogueView view, Service service, Names names, Grounds grounds, ReaderTime time) {
        if (!service.isLive()) return new Ahead(coverage.of(view, service.name(), time.now()), null, List.of(), 0);
        var monday = time.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var from = monday.atStartOfDay(time.zone()).toInstant();
        var to = monday.plusDays(DAYS).atStartOfDay(time.zone()).toInstant();
        var cover = coverage.from(service.name(), from);
        var stretches = cover.until(to);
        var lanes = new CoverLanes(names, selection.assessment(view, service.name()).peaks(), overridden(stretches, from, to));
        var courses = lanes.courses(stretches);
        var gaps = stretches.stream()
                .filter(it -> ServiceWords.isGap(it.covering()) && it.to().isAfter(time.now()))
                .toList();
        return new Ahead(
                cover.at(time.now()).orElseThrow(), courses.isEmpty() ? null : Ribbon.of(service.name().value(), courses, monday, DAYS, time, grounds),
                remarks(view, service, gaps, names, time), gaps.size());
    }

    private Map<String, Shifts> overridden(List<Stretch> stretches, Instant from, Instant to) {
        var used = stretches.stream().map(it -> it.covering().schedule()).filter(Objects::nonNull).distinct().toList();
        return schedules.shifts(used, from, to);
    }

    /** What costs if nobody looks: the hours ahead for which nobody is on a schedule. */
    private List<Said> remarks(CatalogueView view, Service service, List<Stretch> gaps, Names names, ReaderTime time) {
        if (gaps.isEmpty()) return List.of();
        var first = gaps.getFirst();
        var nobody = gaps.stream().map(it -> Duration.between(later(it.from(), time.now()), it.to())).reduce(Duration.ZERO, Duration::plus);
        var begins = first.from().isAfter(time.now()) ? "from " + time.full(first.from()) : "now";
        var fallback = first.covering().fallback();
        var called = fallback.isEmpty() ? "Nobody can be reached." : names.of(fallback.getFirst()) + " is called instead.";
        var risk = risks.at(view, service.name(), later(first.from(), time.now()));
        var money = risk.perHour() == null ? "" : ", " + risk.shown() + " an hour at risk";
        return List.of(new Said(
                Figures.words(nobody) + " of these two weeks with nobody on a schedule", begins + money + ". " + called, Tone.LOSS,
                "See the schedules", service.owner() == null ? "/on-call" : "/on-call?team=" + service.owner()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
