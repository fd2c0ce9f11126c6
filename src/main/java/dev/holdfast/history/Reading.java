package dev.holdfast.history;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.tables.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of one kind for one viewer, and says of each what it is or what is wrong with it. */
final class Reading<T> {

    private static final Duration SKEW = Duration.ofHours(1);

    private final PastRows<T> kind;
    private final Mapping.Bound mapping;
    private final Viewer viewer;
    private final CatalogueView view;
    private final Told told;
    private final Map<ServiceName, Boolean> allowed = new HashMap<>();

    /**
     * @param by who imports
     * @param now nothing of the past is after it, but by how far clocks differ
     */
    record Told(String by, Instant now) {

        Instant latest() {
            return now.plus(SKEW);
        }
    }

    Reading(PastRows<T> kind, Mapping.Bound mapping, Viewer viewer, CatalogueView view) {
        this.kind = kind;
        this.mapping = mapping;
        this.viewer = viewer;
        this.view = view;
        this.told = new Told(viewer.by(), view.at());
    }

    /** @param value null where there are faults */
    record Read<T>(long row, @Nullable T value, List<RowFault> faults) {}

    List<Read<T>> read(List<Table.Row> rows) {
        var read = new ArrayList<Read<T>>();
        for (var row : rows) read.add(read(row));
        return read;
    }

    private Read<T> read(Table.Row row) {
        var cells = new Cells(row, mapping);
        var service = service(cells);
        var value = kind.read(cells, service == null ? new ServiceName("?") : service, told);
        return new Read<>(row.number(), cells.faults().isEmpty() ? value : null, List.copyOf(cells.faults()));
    }

    private @Nullable ServiceName service(Cells cells) {
        var said = cells.required("service");
        if (said.isEmpty()) return null;
        var found = view.serviceCalled(said).map(Service::name);
        if (found.isEmpty()) {
            cells.refuse("service", "UNKNOWN_REFERENCE", "There is no service “%s”.".formatted(Cells.brief(said)));
            return null;
        }
        if (!allowed.computeIfAbsent(found.get(), name -> kind.may(viewer, name))) {
            cells.refuse("service", "FORBIDDEN", "%s is not yours.".formatted(found.get()));
            return null;
        }
        return found.get();
    }
}
