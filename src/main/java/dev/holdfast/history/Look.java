package dev.holdfast.history;

import dev.holdfast.http.Fault;
import java.util.List;

/**
 * A list that waits, as it is read now.
 *
 * @param unfit what is wrong with the mapping; then no row was tried
 * @param sample the cells of its first rows
 * @param tried how many of the first rows were tried; of them {@code made} would be new
 */
public record Look(
        HistoryImport found, List<String> heads, List<List<String>> sample, List<Fault> unfit, int tried, int made, int known, int faulty,
        List<RowFault> faults) {

    public Look {
        heads = List.copyOf(heads);
        sample = List.copyOf(sample);
        unfit = List.copyOf(unfit);
        faults = List.copyOf(faults);
    }
}
