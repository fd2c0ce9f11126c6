package dev.holdfast.remuneration.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.remuneration.PayList;
import dev.holdfast.remuneration.Statement;
import dev.holdfast.remuneration.StatementFilter;
import dev.holdfast.remuneration.Statements;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statements of pay: read, approved, disputed, corrected, and as a list for a payroll (G4). */
@RestController
@RequestMapping("/api/v1/pay/statements")
class StatementApi {

    private static final String CSV = "csv";

    private final Statements statements;

    StatementApi(Statements statements) {
        this.statements = statements;
    }

    record ApproveBody(@Nullable String person) {}

    record DisputeBody(@Nullable String line, @Nullable String note, @Nullable String person) {}

    record CorrectionBody(@Nullable String line, @Nullable BigDecimal amount, @Nullable String note, @Nullable String person) {}

    @GetMapping
    ResponseEntity<?> list(
            @RequestParam @Nullable String month,
            @RequestParam @Nullable String person,
            @RequestParam @Nullable String team,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String format,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor,
            Viewer viewer) {
        viewer.demand(Scope.READ);
        if (format != null && !format.equals(CSV) && !format.equals("json")) {
            throw Unprocessable.of("format", "UNKNOWN_VALUE", "A list is given as json or csv, not as " + format + ".");
        }
        var filter = StatementFilter.of(month == null ? statements.thisMonth() : StatementFilter.month("month", month), person, team, state);
        var found = statements.of(filter, viewer);
        return CSV.equals(format) ? csv(filter, found) : ResponseEntity.ok(page(found, Limit.of(limit), cursor));
    }

    @GetMapping("/{id}")
    StatementView one(@PathVariable String id, Viewer viewer) {
        return view(statements.find(id, viewer));
    }

    @PostMapping("/{id}/approve")
    StatementView approve(@PathVariable String id, @RequestBody(required = false) @Nullable ApproveBody body, Viewer viewer) {
        return view(statements.approve(id, body == null ? null : body.person(), viewer));
    }

    @PostMapping("/{id}/dispute")
    StatementView dispute(@PathVariable String id, @RequestBody DisputeBody body, Viewer viewer) {
        return view(statements.dispute(id, said(body.person(), body.line(), body.note()), viewer));
    }

    @PostMapping("/{id}/corrections")
    ResponseEntity<StatementView> correct(@PathVariable String id, @RequestBody CorrectionBody body, Viewer viewer) {
        if (body.amount() == null) throw Unprocessable.of("amount", "REQUIRED", "amount is required.");
        var corrected = statements.correct(id, said(body.person(), body.line(), body.note()), body.amount(), viewer);
        return ResponseEntity.created(URI.create("/api/v1/pay/statements/" + corrected.id())).body(view(corrected));
    }

    private static Statements.Said said(@Nullable String person, @Nullable String line, @Nullable String note) {
        if (line == null || line.isBlank()) throw Unprocessable.of("line", "REQUIRED", "line is required.");
        return new Statements.Said(person, line, note == null ? "" : note);
    }

    private Listing<StatementView> page(List<Statement> found, Limit limit, @Nullable String cursor) {
        var after = Cursor.decode(cursor).orElse("");
        var rest = found.stream().filter(statement -> statement.person().value().compareTo(after) > 0).toList();
        return Listing.cut(rest, limit, statement -> statement.person().value()).map(this::view);
    }

    private ResponseEntity<byte[]> csv(StatementFilter filter, List<Statement> found) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pay-%s.csv\"".formatted(filter.month()))
                .body(PayList.of(found, statements.currency()).text().getBytes(UTF_8));
    }

    private StatementView view(Statement statement) {
        return StatementView.of(statement, statements.currency());
    }
}
