package dev.holdfast.history;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotFound;
import dev.holdfast.tables.Became;
import dev.holdfast.tables.Table;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Some rows at once: read, and recorded or only tried. */
@Component
class Chunks {

    private final List<PastRows<?>> kinds;
    private final Documents documents;
    private final Clock clock;

    Chunks(List<PastRows<?>> kinds, Documents documents, Clock clock) {
        this.kinds = kinds;
        this.documents = documents;
        this.clock = clock;
    }

    PastRows<?> of(Kind kind) {
        return kinds.stream().filter(each -> each.kind() == kind).findFirst().orElseThrow(() -> new NotFound("Nothing is imported as " + kind.word() + "."));
    }

    /** What came of some rows. */
    record Came(Tally tally, List<RowFault> faults, Set<ServiceName> touched) {}

    /** In the caller's transaction. */
    Came record(Kind kind, Mapping.Bound mapping, Viewer viewer, List<Table.Row> rows) {
        return record(of(kind), mapping, viewer, rows);
    }

    private <T> Came record(PastRows<T> kind, Mapping.Bound mapping, Viewer viewer, List<Table.Row> rows) {
        return documents.holding(() -> {
            var read = read(kind, mapping, viewer, rows);
            var good = read.stream().filter(each -> each.value() != null).toList();
            var recorded = kind.record(good.stream().map(each -> Objects.requireNonNull(each.value())).toList(), viewer.by());
            return new Came(Tally.of(rows.size(), recorded.rows()), faults(kind, mapping, read, good, recorded.rows()), recorded.touched());
        });
    }

    /** @param seen what earlier rows are known by, to which these are added */
    Came tried(Kind kind, Mapping.Bound mapping, Viewer viewer, List<Table.Row> rows, Set<String> seen) {
        return tried(of(kind), mapping, viewer, rows, seen);
    }

    private <T> Came tried(PastRows<T> kind, Mapping.Bound mapping, Viewer viewer, List<Table.Row> rows, Set<String> seen) {
        return documents.holding(() -> {
            var read = read(kind, mapping, viewer, rows);
            var good = read.stream().filter(each -> each.value() != null).toList();
            var values = good.stream().map(each -> Objects.requireNonNull(each.value())).toList();
            var became = new ArrayList<>(kind.tried(values));
            for (int each = 0; each < values.size(); each++) {
                if (became.get(each) == Became.NEW && !seen.add(kind.identity(values.get(each)))) became.set(each, Became.KNOWN);
            }
            return new Came(Tally.of(rows.size(), became), faults(kind, mapping, read, good, became), new HashSet<>());
        });
    }

    private <T> List<Reading.Read<T>> read(PastRows<T> kind, Mapping.Bound mapping, Viewer viewer, List<Table.Row> rows) {
        return new Reading<>(kind, mapping, viewer, documents.at(clock.instant())).read(rows);
    }

    private static <T> List<RowFault> faults(
            PastRows<T> kind, Mapping.Bound mapping, List<Reading.Read<T>> read, List<Reading.Read<T>> good, List<Became> became) {
        var faults = new ArrayList<RowFault>();
        read.forEach(each -> faults.addAll(each.faults()));
        var place = mapping.places().get(kind.contradicted());
        for (int each = 0; each < good.size(); each++) {
            if (became.get(each) != Became.OTHER) continue;
            faults.add(new RowFault(good.get(each).row(), place == null ? null : place.name(), "STATE", "One of this name is there, and is another."));
        }
        faults.sort(Comparator.comparingLong(RowFault::row));
        return faults;
    }
}
