package dev.holdfast.history;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.tables.Became;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the rows of one kind are read and recorded: a bean for each kind. */
interface PastRows<T> {

    Kind kind();

    /** @throws dev.holdfast.http.Forbidden where the viewer may import none at all */
    void demand(Viewer viewer);

    boolean may(Viewer viewer, ServiceName service);

    /** Of a service that is known and the viewer's; what is wrong is left with the cells, and then what is answered does not count. */
    @Nullable T read(Cells cells, ServiceName service, Reading.Told told);

    /** In the caller's transaction. */
    Recorded record(List<T> rows, String by);

    /** What would become of each row, were it recorded now. */
    List<Became> tried(List<T> rows);

    /** What a row is known by within the services. */
    String identity(T row);

    /** The fact in which a row contradicts what is there under its name. */
    String contradicted();

    /** @param touched services whose rollbacks are to be recognised when all rows are there */
    record Recorded(List<Became> rows, Set<ServiceName> touched) {}
}
