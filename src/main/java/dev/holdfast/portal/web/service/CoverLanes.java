package dev.holdfast.portal.web.service;

import dev.holdfast.oncall.CoverStatus;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.Hours;
import dev.holdfast.oncall.Shift;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.oncall.Stretch;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Peak;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Ribbon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a service's ribbon: working hours, out of hours by the level that answers, and peaks by their name. */
final class CoverLanes {

    private final Names names;
    private final List<Peak> peaks;
    private final Map<String, Shifts> shifts;

    CoverLanes(Names names, List<Peak> peaks, Map<String, Shifts> shifts) {
        this.names = names;
        this.peaks = peaks;
        this.shifts = shifts;
    }

    List<Ribbon.Course> courses(List<Stretch> stretches) {
        var usual = usual(stretches);
        var lanes = new LinkedHashMap<Lane, List<Ribbon.Stretch>>();
        for (var stretch : stretches) {
            append(lanes.computeIfAbsent(lane(stretch, usual), unseen -> new ArrayList<>()), drawn(stretch));
        }
        return lanes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(lane -> new Ribbon.Course(null, lane.getKey().name(), lane.getKey().second(), lane.getValue()))
                .toList();
    }

    /** The level of the nights outside of peaks. */
    private @Nullable OnCallLevel usual(List<Stretch> stretches) {
        return stretches.stream()
                .filter(it -> it.covering().hours() == Hours.OUT_OF_HOURS && peakAt(it.from()) == null)
                .map(it -> it.covering().level())
                .findFirst()
                .orElse(null);
    }

    private Lane lane(Stretch stretch, @Nullable OnCallLevel usual) {
        var cover = stretch.covering();
        var peak = cover.hours() == Hours.OUT_OF_HOURS && cover.level() != usual ? peakAt(stretch.from()) : null;
        return new Lane(cover.hours(), peak == null ? "" : peak.name(), cover.level());
    }

    private @Nullable Peak peakAt(Instant at) {
        return peaks.stream()
                .filter(peak -> !at.isBefore(peak.during().from().minus(peak.leadIn())) && (peak.during().to() == null || at.isBefore(peak.during().to())))
                .findFirst()
                .orElse(null);
    }

    private Ribbon.Stretch drawn(Stretch stretch) {
        var cover = stretch.covering();
        if (cover.status() == CoverStatus.SUPPRESSED) {
            return new Ribbon.Stretch(stretch.from(), stretch.to(), Ribbon.Kind.QUIET, "", "nobody by choice");
        }
        if (cover.status() == CoverStatus.FALLBACK || cover.people().isEmpty()) {
            return new Ribbon.Stretch(stretch.from(), stretch.to(), Ribbon.Kind.GAP, "", "gap");
        }
        var first = cover.people().getFirst();
        var kind = isOverridden(cover, stretch.from()) ? Ribbon.Kind.OVERRIDE : Ribbon.Kind.TURN;
        return new Ribbon.Stretch(stretch.from(), stretch.to(), kind, first.value(), names.of(first));
    }

    private boolean isOverridden(Covering cover, Instant at) {
        var schedule = cover.schedule() == null ? null : shifts.get(cover.schedule());
        return schedule != null && schedule.items().stream().filter(shift -> shift.contains(at)).anyMatch(Shift::isOverride);
    }

    /** Neighbours that say the same are one. */
    private static void append(List<Ribbon.Stretch> stretches, Ribbon.Stretch next) {
        if (!stretches.isEmpty() && stretches.getLast().to().equals(next.from()) && same(stretches.getLast(), next)) {
            var last = stretches.removeLast();
            stretches.add(new Ribbon.Stretch(last.from(), next.to(), last.kind(), last.person(), last.words()));
        } else {
            stretches.add(next);
        }
    }

    private static boolean same(Ribbon.Stretch one, Ribbon.Stretch other) {
        return one.kind() == other.kind() && one.person().equals(other.person());
    }

    private record Lane(Hours hours, String peak, OnCallLevel level) implements Comparable<Lane> {

        String name() {
            if (!peak.isEmpty()) return peak;
            return hours == Hours.WORKING ? "Working hours" : "Out of hours";
        }

        String second() {
            return level == OnCallLevel.NONE ? "nobody by choice" : level.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public int compareTo(Lane other) {
            return Comparator.comparing(Lane::hours).thenComparing(Lane::peak).thenComparing(Lane::level).compare(this, other);
        }
    }
}
