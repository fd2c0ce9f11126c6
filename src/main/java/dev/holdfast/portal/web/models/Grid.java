package dev.holdfast.portal.web.models;

import dev.holdfast.operatingmodel.DemandBand;
import dev.holdfast.operatingmodel.ExposureBand;
import dev.holdfast.operatingmodel.OperatingModel;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.quantities.AvailabilityLevel;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rows and columns of the chart: levels from the highest down, demands from the least on. */
record Grid(Policy policy, List<AvailabilityLevel> levels, List<DemandBand> demands) {

    /** Every level that a band or an on-call level names, or that some service has by a decision. */
    static Grid of(Policy policy, Collection<AvailabilityLevel> inUse) {
        var levels = new TreeSet<AvailabilityLevel>(Comparator.reverseOrder());
        policy.exposureBands().bands().forEach(band -> levels.add(band.level()));
        levels.addAll(policy.onCallLevels().from().keySet());
        levels.addAll(inUse);
        var demands = policy.demandBands().stream()
                .sorted(Comparator.comparing(DemandBand::everyDays).reversed())
                .toList();
        return new Grid(policy, List.copyOf(levels), demands);
    }

    OperatingModel model(int row, int column) {
        return policy.modelOf(levels.get(row), demands.get(column));
    }

    /** The levels that some band asks for. */
    Set<AvailabilityLevel> asked() {
        return policy.exposureBands().bands().stream().map(ExposureBand::level).collect(Collectors.toSet());
    }
}
