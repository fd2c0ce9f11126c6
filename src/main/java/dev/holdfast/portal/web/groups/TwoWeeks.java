package dev.holdfast.portal.web.groups;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws some schedules over two weeks from Monday on, and finds their gaps ahead; one query for all of them. */
@Component
public class TwoWeeks {

    private static final int DAYS = 14;

    private final Schedules schedules;

    TwoWeeks(Schedules schedules) {
        this.schedules = schedules;
    }

    /** The drawing, null where there is no schedule, and what of the two weeks nobody covers, the first gap first. */
    public record Drawn(@Nullable Ribbon ribbon, List<Gap> gaps, Map<String, Shifts> shifts) {

        Optional<Gap> nextGap() {
            return gaps.stream().findFirst();
        }
    }

    public Drawn of(String subject, List<OnCallNow> shown, CatalogueView view, Grounds grounds, ReaderTime time) {
        if (shown.isEmpty()) return new Drawn(null, List.of(), Map.of());
        var monday = time.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var from = monday.atStartOfDay(time.zone()).toInstant();
        var to = monday.plusDays(DAYS).atStartOfDay(time.zone()).toInstant();
        var shifts = schedules.shifts(shown.stream().map(OnCallNow::schedule).toList(), from, to);
        var lanes = new ArrayList<Ribbon.Course>();
        var gaps = new ArrayList<Gap>();
        for (var schedule : shown) {
            var its = shifts.get(schedule.schedule());
            if (its == null) continue;
            var lane = Lane.of(schedule, view.calendarOf(schedule.team()), its, new Names(view));
            lanes.add(lane.course());
            gaps.addAll(ahead(schedule, lane.gaps(), to, time.now()));
        }
        gaps.sort(Comparator.comparing(Gap::from));
        return new Drawn(Ribbon.of(subject, lanes, monday, DAYS, time, grounds), List.copyOf(gaps), shifts);
    }

    private static List<Gap> ahead(OnCallNow schedule, List<Ribbon.Stretch> gaps, Instant end, Instant now) {
        return gaps.stream()
                .filter(gap -> gap.to().isAfter(now))
                .map(gap -> new Gap(schedule, gap.from().isBefore(now) ? now : gap.from(), gap.to().isAfter(end) ? end : gap.to(), !gap.to().isBefore(end)))
                .toList();
    }
}
