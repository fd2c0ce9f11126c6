package dev.holdfast.portal.web.models;

import dev.holdfast.operatingmodel.Peak;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceMoment;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The peaks that are on or ahead, with what each does: one query, however many. */
@Component
class Peaks {

    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Selection selection;

    Peaks(Selection selection) {
        this.selection = selection;
    }

    /** Those within a period, the soonest first, at most so many. */
    List<PeakAhead> of(List<Placed> services, Period within, int most) {
        var found = services.stream()
                .flatMap(placed -> placed.assessment().peaks().stream().map(peak -> new Found(placed, peak)))
                .filter(it -> it.led().overlaps(within))
                .sorted(Comparator.comparing(Found::from).thenComparing(it -> it.placed().name()))
                .limit(most)
                .toList();
        var moments = new HashSet<ServiceMoment>();
        found.forEach(it -> moments.addAll(it.moments()));
        var selected = selection.of(moments);
        return found.stream()
                .map(it -> {
                    var at = it.moments();
                    return new PeakAhead(it.placed().service().name(), it.peak(), Objects.requireNonNull(selected.get(at.getFirst())),
                            Objects.requireNonNull(selected.get(at.get(1))), Objects.requireNonNull(selected.get(at.getLast())));
                })
                .toList();
    }

    private record Found(Placed placed, Peak peak) {

        Instant from() {
            return peak.during().from().minus(peak.leadIn());
        }

        Period led() {
            return new Period(from(), peak.during().to());
        }

        /** Just before it raises anything, when it has, and when it is over. */
        List<ServiceMoment> moments() {
            var name = placed.service().name();
            var to = peak.during().to();
            var moments = new ArrayList<ServiceMoment>();
            moments.add(new ServiceMoment(name, from().minus(A_MOMENT)));
            moments.add(new ServiceMoment(name, peak.during().from()));
            moments.add(new ServiceMoment(name, to == null ? peak.during().from() : to));
            return moments;
        }
    }
}
