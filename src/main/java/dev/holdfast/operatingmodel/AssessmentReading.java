package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Exposure, demand, peaks and profile, in a document or in a question. */
final class AssessmentReading {

    private AssessmentReading() {}

    static Assessment read(SpecReader spec) {
        return new Assessment(exposure(spec), spec.text("demand"), peaks(spec), profile(spec));
    }

    static void checkDemand(String demand, Terms terms, SpecReader faults) {
        if (terms.demandBand(demand).isEmpty()) {
            var known = terms.demandBands().stream().map(DemandBand::name).collect(Collectors.joining(", "));
            faults.fault("demand", "UNKNOWN_VALUE", demand + " is not one of " + known);
        }
    }

    private static @Nullable Exposure exposure(SpecReader spec) {
        var object = spec.object("exposurePerHour");
        if (object == null) return null;
        var revenue = Amounts.notNegative(object, "revenue", object.decimal("revenue"));
        var cost = Amounts.notNegative(object, "cost", object.decimal("cost"));
        if (!object.has("revenue") && !object.has("cost")) {
            object.fault("revenue", "REQUIRED", "An exposure is revenue lost, costs incurred, or both");
            return null;
        }
        return new Exposure(revenue == null ? BigDecimal.ZERO : revenue, cost == null ? BigDecimal.ZERO : cost);
    }

    private static List<Peak> peaks(SpecReader spec) {
        var peaks = new ArrayList<Peak>();
        for (var row : spec.objects("peaks")) {
            var peak = peak(row);
            if (peak != null) {
                peaks.add(peak);
            }
        }
        return peaks;
    }

    private static @Nullable Peak peak(SpecReader row) {
        var name = row.text("name");
        var from = row.required("from", row.instant("from"));
        var to = row.required("to", row.instant("to"));
        var exposure = row.required("exposurePerHour", exposure(row));
        var leadIn = row.duration("leadIn");
        if (leadIn != null && leadIn.isNegative()) {
            row.fault("leadIn", "OUT_OF_RANGE", "A lead-in comes before the peak");
        }
        if (from != null && to != null && !to.isAfter(from)) {
            row.fault("to", "OUT_OF_RANGE", "A peak ends after it begins");
            return null;
        }
        return from == null || to == null || exposure == null
                ? null
                : new Peak(
                        name == null ? "peak" : name,
                        new Period(from, to),
                        exposure,
                        leadIn == null || leadIn.isNegative() ? Duration.ZERO : leadIn);
    }

    private static List<ProfileShare> profile(SpecReader spec) {
        var profile = new ArrayList<ProfileShare>();
        for (var row : spec.objects("profile")) {
            var window = row.window();
            var share = row.required("share", row.decimal("share"));
            if (share != null && (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0)) {
                row.fault("share", "OUT_OF_RANGE", "A share of the exposure is between 0 and 1");
            } else if (window != null && share != null) {
                profile.add(new ProfileShare(window, share));
            }
        }
        return profile;
    }
}
