package dev.holdfast.portal.web;

import dev.holdfast.oncall.CoverStatus;
import dev.holdfast.oncall.Covering;
import dev.holdfast.oncall.Hours;
import dev.holdfast.operatingmodel.OnCallLevel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who is called for one service: a row for working hours and one for out of hours, by each level that answers. */
final class CoverRibbon {

    private final Names names;

    CoverRibbon(Names names) {
        this.names = names;
    }

    /** An answer of the coverage, and until when it holds in the window. */
    record Held(Covering cover, Instant to) {}

    List<Ribbon.Course> courses(List<Held> held) {
        var lanes = new LinkedHashMap<Lane, List<Ribbon.Stretch>>();
        for (var one : held) {
            var lane = new Lane(one.cover().hours(), one.cover().level());
            append(lanes.computeIfAbsent(lane, unseen -> new ArrayList<>()), stretch(one));
        }
        return lanes.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(lane -> new Ribbon.Course(null, lane.getKey().name(), lane.getKey().second(), lane.getValue()))
                .toList();
    }

    private record Lane(Hours hours, OnCallLevel level) implements Comparable<Lane> {

        String name() {
            return hours == Hours.WORKING ? "Working hours" : "Out of hours";
        }

        String second() {
            return level == OnCallLevel.NONE ? "nobody by choice" : level.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public int compareTo(Lane other) {
            var byHours = hours.compareTo(other.hours);
            return byHours != 0 ? byHours : level.compareTo(other.level);
        }
    }

    private Ribbon.Stretch stretch(Held held) {
        var cover = held.cover();
        if (cover.status() == CoverStatus.SUPPRESSED) {
            return new Ribbon.Stretch(cover.at(), held.to(), Ribbon.Kind.QUIET, "", "nobody by choice");
        }
        if (cover.status() == CoverStatus.FALLBACK || cover.people().isEmpty()) {
            return new Ribbon.Stretch(cover.at(), held.to(), Ribbon.Kind.GAP, "", "gap");
        }
        var first = cover.people().getFirst();
        return new Ribbon.Stretch(cover.at(), held.to(), Ribbon.Kind.TURN, first.value(), names.of(first));
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
}
