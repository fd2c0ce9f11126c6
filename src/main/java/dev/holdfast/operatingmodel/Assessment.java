package dev.holdfast.operatingmodel;

import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a service's document says of money and demand. Without exposure or demand it is unassessed. */
public record Assessment(
        @Nullable Exposure exposure, @Nullable String demand, List<Peak> peaks, List<ProfileShare> profile) {

    static final Assessment NONE = new Assessment(null, null, List.of(), List.of());

    public Assessment {
        peaks = List.copyOf(peaks);
        profile = List.copyOf(profile);
    }

    public static Assessment of(Exposure exposure, String demand) {
        return new Assessment(exposure, demand, List.of(), List.of());
    }

    public boolean isComplete() {
        return exposure != null && demand != null;
    }

    /** The fields that are still to be said. */
    public List<String> missing() {
        var missing = new ArrayList<String>();
        if (exposure == null) {
            missing.add("exposurePerHour");
        }
        if (demand == null) {
            missing.add("demand");
        }
        return List.copyOf(missing);
    }

    /** The largest of the base and the peaks that contain the instant: what the loss rate follows. */
    public Optional<Exposure> effectiveAt(Instant instant) {
        return largest(instant, Peak::during);
    }

    /** The same with the peaks' lead-in: what the target and the on-call level follow. */
    Optional<Exposure> targetedAt(Instant instant) {
        return largest(instant, Peak::withLeadIn);
    }

    /** The peak that raises the target at the instant, if one does. */
    Optional<Peak> raisingAt(Instant instant) {
        var base = exposure;
        if (base == null) {
            return Optional.empty();
        }
        return peaks.stream()
                .filter(peak -> peak.withLeadIn().contains(instant))
                .filter(peak -> peak.exposure().perHour().compareTo(base.perHour()) > 0)
                .reduce((one, two) -> one.exposure().larger(two.exposure()) == one.exposure() ? one : two);
    }

    /** The next instant at which the target may change. */
    Optional<Instant> nextTargetEdge(Instant after) {
        if (peaks.isEmpty()) return Optional.empty();
        return peaks.stream()
                .flatMap(peak -> Edges.of(peak.withLeadIn()))
                .filter(edge -> edge.isAfter(after))
                .min(Instant::compareTo);
    }

    private Optional<Exposure> largest(Instant instant, Function<Peak, Period> when) {
        return Optional.ofNullable(exposure).map(base -> peaks.stream()
                .filter(peak -> when.apply(peak).contains(instant))
                .map(Peak::exposure)
                .reduce(base, Exposure::larger));
    }
}
