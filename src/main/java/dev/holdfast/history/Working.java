package dev.holdfast.history;

import dev.holdfast.changes.PastReleases;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.tables.Table;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works through an import: some rows a transaction, which also moves how many are done. */
@Component
class Working {

    static final int CHUNK = 1_000;

    private static final int SERVICES = 50;
    private static final List<String> ROWS = List.of("22", "23", "54");

    private final HistoryStore store;
    private final Content content;
    private final Chunks chunks;
    private final PastReleases releases;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Working(
            HistoryStore store, Content content, Chunks chunks, PastReleases releases, Ledger ledger, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.content = content;
        this.chunks = chunks;
        this.releases = releases;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How much at once: so many rows a transaction, and so many of these a firing, then others have their turn. */
    record Pace(int rows, int chunks) {

        static final Pace USUAL = new Pace(CHUNK, 10);
    }

    /** What its timer is to do. */
    enum Next {
        GO_ON,
        LATER,
        OVER
    }

    Next work(UUID id, Pace pace) {
        var open = store.open(id).filter(each -> each.found().state() == HistoryImport.State.RUNNING).orElse(null);
        if (open == null) return Next.OVER;
        try (var table = Table.of(content.text(open.content()))) {
            var mapping = open.found().mapping().bind(open.found().kind(), table.heads());
            var done = open.found().done();
            some(table, done);
            for (int chunk = 0; chunk < pace.chunks(); chunk++) {
                var rows = some(table, pace.rows());
                if (rows.isEmpty()) return end(open, pace);
                if (!worked(open, mapping, done, rows)) return Next.LATER;
                done += rows.size();
            }
            return Next.GO_ON;
        }
    }

    static List<Table.Row> some(Table table, int most) {
        var rows = new ArrayList<Table.Row>();
        while (rows.size() < most) {
            var row = table.next();
            if (row == null) break;
            rows.add(row);
        }
        return rows;
    }

    /** Where the database takes not all of them at once, one by one: what it never takes is said of its row. */
    private boolean worked(HistoryStore.Open open, Mapping.Bound mapping, int done, List<Table.Row> rows) {
        try {
            return chunk(open, mapping, done, rows);
        } catch (DataAccessException refused) {
            if (!isOfARow(refused)) throw refused;
            if (rows.size() == 1) return leftOut(open, done, rows.getFirst());
        }
        for (int row = 0; row < rows.size(); row++) {
            if (!worked(open, mapping, done + row, rows.subList(row, row + 1))) return false;
        }
        return true;
    }

    /** By its SQLSTATE: data (22), a constraint (23) or a limit (54), which trying again would not mend. */
    private static boolean isOfARow(DataAccessException refused) {
        return refused.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && ROWS.stream().anyMatch(cause.getSQLState()::startsWith);
    }

    private boolean chunk(HistoryStore.Open open, Mapping.Bound mapping, int done, List<Table.Row> rows) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var id = open.found().id();
            if (!store.claim(id, done)) return false;
            var came = chunks.record(open.found().kind(), mapping, open.viewer(), rows);
            store.touch(id, came.touched());
            store.addFaults(id, came.faults());
            store.advance(id, came.tally());
            return true;
        }));
    }

    private boolean leftOut(HistoryStore.Open open, int done, Table.Row row) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var id = open.found().id();
            if (!store.claim(id, done)) return false;
            store.addFaults(id, List.of(new RowFault(row.number(), null, "OUT_OF_RANGE", "The database cannot keep this row.")));
            store.advance(id, new Tally(1, 0, 0, 1));
            return true;
        }));
    }

    /** When all rows are there: what was a rollback among them. */
    private Next end(HistoryStore.Open open, Pace pace) {
        for (int some = 0; some < pace.chunks(); some++) {
            var next = transaction.execute(status -> ended(open.found().id(), open.viewer().by()));
            if (next != Next.GO_ON) return next == null ? Next.LATER : next;
        }
        return Next.GO_ON;
    }

    private Next ended(UUID id, String by) {
        var found = store.find(id, null).orElse(null);
        if (found == null) return Next.OVER;
        if (!store.claim(id, found.done())) return Next.LATER;
        var services = store.takeTouched(id, SERVICES);
        releases.recognise(services);
        if (!services.isEmpty()) return Next.GO_ON;
        store.end(id, clock.instant());
        ledger.record(by, "end-import", "import/" + id, null, Map.of(
                "rows", found.rows(), "new", found.made(), "known", found.known(), "faulty", found.faulty()));
        return Next.OVER;
    }
}
