package dev.holdfast.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.history.HistoryImport.State;
import dev.holdfast.keys.Sha256;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.quantities.TimeOrdered;
import dev.holdfast.tables.Table;
import dev.holdfast.timers.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of the past: kept, looked at, started, and followed until they are done. */
@Service
public class HistoryImports {

    public static final int MOST_BYTES = 32 * 1024 * 1024;

    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration WAITS = Duration.ofDays(1);
    private static final int MOST_UNFINISHED = 20;
    private static final int LONGEST_NAME = 200;
    private static final int SAMPLE = 10;

    private final HistoryStore store;
    private final Content content;
    private final Chunks chunks;
    private final Timers timers;
    private final Ledger ledger;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HistoryImports(
            HistoryStore store, Content content, Chunks chunks, Timers timers, Ledger ledger, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.content = content;
        this.chunks = chunks;
        this.timers = timers;
        this.ledger = ledger;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A file of rows of one kind, as it was sent. */
    public record Sent(Kind kind, @Nullable String name, byte[] content) {}

    /** Keeps a list and starts it; the same list that runs, or of which every row was taken, is answered as it is. */
    public HistoryImport start(Sent sent, Mapping mapping, Viewer viewer) {
        chunks.of(sent.kind()).demand(viewer);
        var rows = rows(sent, mapping);
        var digest = digest(sent, mapping);
        var account = viewer.holder();
        return one(transaction.execute(status -> {
            var same = store.same(account, sent.kind(), digest);
            if (same.isPresent()) return same.get();
            var id = add(made(sent, State.RUNNING, mapping, rows, viewer), viewer, digest, content.kept(sent.content()));
            if (id == null) return store.same(account, sent.kind(), digest).orElseThrow();
            begin(id, viewer, sent.kind(), digest);
            return id;
        }));
    }

    /** What starting it would do: nothing is recorded but that it was looked at. */
    public HistoryImport check(Sent sent, Mapping mapping, Viewer viewer) {
        chunks.of(sent.kind()).demand(viewer);
        var rows = rows(sent, mapping);
        var tally = Tally.NONE;
        var faults = new ArrayList<RowFault>();
        try (var table = Table.of(sent.content())) {
            var bound = mapping.bind(sent.kind(), table.heads());
            var seen = new HashSet<String>();
            for (var some = Working.some(table, Working.CHUNK); !some.isEmpty(); some = Working.some(table, Working.CHUNK)) {
                var came = chunks.tried(sent.kind(), bound, viewer, some, seen);
                tally = tally.plus(came.tally());
                came.faults().stream().limit(HistoryImport.MOST_FAULTS - faults.size()).forEach(faults::add);
            }
        }
        var made = made(sent, State.CHECKED, mapping, rows, viewer);
        var checked = new HistoryImport(
                made.id(), made.kind(), made.state(), made.name(), made.madeAt(), made.madeAt(), made.by(), mapping, rows, tally.done(), tally.made(),
                tally.known(), tally.faulty(), faults);
        transaction.executeWithoutResult(status -> {
            add(checked, viewer, digest(sent, mapping), null);
            store.addFaults(checked.id(), faults);
        });
        return checked;
    }

    /** Keeps a list for a day, so that somebody may say what its columns mean. */
    public UUID keep(Sent sent, Viewer viewer) {
        chunks.of(sent.kind()).demand(viewer);
        var rows = rows(sent, null);
        var made = made(sent, State.WAITING, Mapping.NONE, rows, viewer);
        transaction.executeWithoutResult(status -> add(made, viewer, digest(sent, Mapping.NONE), content.kept(sent.content())));
        return made.id();
    }

    /** What would become of the first rows of a list that waits. */
    public Look look(UUID id, Viewer viewer) {
        var found = find(id, viewer);
        try (var table = Table.of(content.text(waiting(id).content()))) {
            var heads = table.heads();
            var rows = Working.some(table, Working.CHUNK);
            var sample = rows.stream().limit(SAMPLE).map(Table.Row::cells).toList();
            try {
                var came = chunks.tried(found.kind(), found.mapping().bind(found.kind(), heads), viewer, rows, new HashSet<>());
                var tally = came.tally();
                return new Look(found, heads, sample, List.of(), tally.done(), tally.made(), tally.known(), tally.faulty(), came.faults());
            } catch (Unprocessable unfit) {
                return new Look(found, heads, sample, unfit.faults(), 0, 0, 0, 0, List.of());
            }
        }
    }

    /** Says which column tells what. */
    public void choose(UUID id, Mapping mapping, Viewer viewer) {
        find(id, viewer);
        store.choose(id, mapping);
    }

    /** Starts a list that waits; what is answered is the import that runs, which is another where the same list runs already. */
    public UUID begin(UUID id, Viewer viewer) {
        var found = find(id, viewer);
        if (found.state() != State.WAITING) return id;
        chunks.of(found.kind()).demand(viewer);
        var text = content.text(waiting(id).content());
        try (var table = Table.of(text)) {
            found.mapping().bind(found.kind(), table.heads());
        }
        var digest = digest(new Sent(found.kind(), null, text.getBytes(UTF_8)), found.mapping());
        return Objects.requireNonNull(transaction.execute(status -> {
            var same = store.same(viewer.holder(), found.kind(), digest);
            if (same.isPresent()) store.drop(id);
            else if (store.start(id, digest)) begin(id, viewer, found.kind(), digest);
            return same.orElse(id);
        }));
    }

    private HistoryStore.Open waiting(UUID id) {
        return store.open(id).orElseThrow(() -> new NotFound("This import does not wait any more."));
    }

    public HistoryImport find(UUID id, Viewer viewer) {
        return store.find(id, viewer.isAdmin() ? null : viewer.holder()).orElseThrow(() -> new NotFound("There is no import " + id + "."));
    }

    /** The latest, without their faults: one's own, all of them for administrators. */
    public List<HistoryImport> latest(Viewer viewer, int most) {
        return store.latest(viewer.isAdmin() ? null : viewer.holder(), most);
    }

    private HistoryImport one(@Nullable UUID id) {
        return store.find(Objects.requireNonNull(id), null).orElseThrow();
    }

    private void begin(UUID id, Viewer viewer, Kind kind, String digest) {
        timers.schedule(ImportTimer.of(id), clock.instant());
        ledger.record(viewer.by(), "start-import", "import/" + id, null, Map.of("kind", kind.word(), "digest", digest));
    }

    /** Null where the same one is running. */
    private @Nullable UUID add(HistoryImport made, Viewer viewer, String digest, byte @Nullable [] kept) {
        var account = viewer.holder();
        store.forget(made.madeAt().minus(KEPT), made.madeAt().minus(WAITS));
        if (store.unfinished(account) >= MOST_UNFINISHED) {
            throw Unprocessable.of("", "STATE", MOST_UNFINISHED + " imports of yours are not over; those that nobody starts are forgotten after a day.");
        }
        return store.add(made, viewer, account, digest, kept) ? made.id() : null;
    }

    private HistoryImport made(Sent sent, State state, Mapping mapping, int rows, Viewer viewer) {
        var now = now();
        var name = sent.name() == null || sent.name().isBlank() ? null : sent.name().substring(0, Math.min(LONGEST_NAME, sent.name().length()));
        return new HistoryImport(TimeOrdered.id(now), sent.kind(), state, name, now, null, viewer.by(), mapping, rows, 0, 0, 0, 0, List.of());
    }

    /** Reads all of it once, so that what is no table is said at once. */
    private static int rows(Sent sent, @Nullable Mapping mapping) {
        if (isArchive(sent.content())) throw new Malformed("This is an archive or a workbook; send the list itself, as CSV.");
        try (var table = Table.of(sent.content())) {
            if (table.heads().isEmpty()) throw new Malformed("The file is empty.");
            if (mapping != null) mapping.bind(sent.kind(), table.heads());
            var rows = 0;
            while (table.next() != null) rows++;
            if (rows == 0) throw Unprocessable.of("", "REQUIRED", "There are heads, and no rows below them.");
            return rows;
        }
    }

    private static boolean isArchive(byte[] content) {
        return content.length > 1 && (content[0] == 'P' && content[1] == 'K' || content[0] == 0x1F && (content[1] & 0xFF) == 0x8B);
    }

    private static String digest(Sent sent, Mapping mapping) {
        var digest = Sha256.begun();
        digest.update((sent.kind().word() + "\n" + mapping.inOrder() + "\n").getBytes(UTF_8));
        return HexFormat.of().formatHex(digest.digest(sent.content()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
