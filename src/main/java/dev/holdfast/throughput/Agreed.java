package dev.holdfast.throughput;

import java.util.List;

/**
 * What was agreed beforehand, as it counts for a scope.
 *
 * @param digital its live digital services at the end of the period
 * @param withTemplate those of them with an active template
 * @param standard deployments that went as standard changes, by bucket
 */
record Agreed(int digital, int withTemplate, List<Integer> standard) {

    Agreed {
        standard = List.copyOf(standard);
    }

    int standardOfAll() {
        return standard.stream().mapToInt(Integer::intValue).sum();
    }
}
