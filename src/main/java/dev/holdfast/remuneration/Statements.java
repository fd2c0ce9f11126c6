package dev.holdfast.remuneration;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of pay: the statements of a month, and what the person and who pays do about them (G4). The ledger, which many
 * may read, keeps each act with a fingerprint of what was seen, and nothing of people's money.
 */
@Service
public class Statements {

    private static final int LONGEST_NOTE = 2_000;
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private final Months months;
    private final Records records;
    private final StatementStore store;
    private final ActStore acts;
    private final Documents documents;
    private final Ledger ledger;
    private final Clock clock;

    Statements(
            Months months, Records records, StatementStore store, ActStore acts, Documents documents, Ledger ledger, Clock clock) {
        this.months = months;
        this.records = records;
        this.store = store;
        this.acts = acts;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** What somebody says about one line. */
    public record Said(@Nullable String person, String line, String note) {}

    /** Those of a month that the viewer may read, by person. */
    public List<Statement> of(StatementFilter filter, Viewer viewer) {
        viewer.demand(Scope.READ);
        return documents.holding(() -> {
            var team = filter.team() == null ? null : documents.at(clock.instant()).team(new TeamName(filter.team())).map(Team::members).orElse(List.of());
            Predicate<PersonName> asked = filter.person() == null && team == null ? Reckoned.EVERYBODY : person -> (filter.person() == null || filter.person().equals(person.value()))
                    && (team == null || team.contains(person));
            return months.of(filter.month(), asked).statements().stream()
                    .filter(statement -> PayRights.mayRead(viewer, statement))
                    .filter(statement -> filter.state() == null || filter.state() == statement.state())
                    .toList();
        });
    }

    public Statement find(String id, Viewer viewer) {
        viewer.demand(Scope.READ);
        var statement = documents.holding(() -> found(id));
        PayRights.demandMayRead(viewer, statement);
        return statement;
    }

    /** A person's own that are approved, the latest first. */
    public List<Kept> kept(PersonName person) {
        return store.of(person);
    }

    /** The month that is going on, and the first that may not be paid yet. */
    public YearMonth thisMonth() {
        return YearMonth.from(clock.instant().atZone(records.months()));
    }

    public Currency currency() {
        return records.currency();
    }

    public boolean readsAll(Viewer viewer) {
        return PayRights.readsAll(viewer);
    }

    /** Whether there is something in it that the viewer may approve now. */
    public boolean mayApprove(Statement statement, Viewer viewer) {
        return !statement.isApproved() && isOver(statement) && waiting(statement, viewer);
    }

    public boolean mayCorrect(Statement statement, Viewer viewer) {
        return statement.isApproved() && !PayRights.decides(viewer, viewer.person(), statement).isEmpty();
    }

    /** Freezes it once everybody who pays some of it has approved. Approved already, it stays as it is. */
    @Transactional
    public Statement approve(String id, @Nullable String person, Viewer viewer) {
        var statement = mine(id, viewer);
        var actor = PayRights.actor(viewer, person);
        var decides = PayRights.decides(viewer, actor, statement);
        if (decides.isEmpty()) throw PayRights.notTheirs(statement, viewer, actor);
        if (statement.isApproved()) return statement;
        if (!isOver(statement)) throw new Conflict("STATE", "%s is not over yet.".formatted(statement.month()));
        var now = now();
        var by = actor == null ? viewer.by() : actor;
        decides.forEach(holder -> acts.approve(new ActStore.Approved(id, holder, by, now, statement.seenBy(holder))));
        var given = statement.with(decides, by, now);
        var after = given.isApprovedByAll() ? given.approved(by, now) : given;
        if (after.isApproved()) store.keep(after, records.currency().getCurrencyCode());
        ledger.record(by, after.isApproved() ? "approve-statement" : "approve-part-of-statement", "statement/" + id, null,
                Map.of("month", after.month().toString(), "lines", after.lines().size(), "seen", after.seen()));
        return after;
    }

    /** The person says that a line is not right; who pays sees it. */
    @Transactional
    public Statement dispute(String id, Said said, Viewer viewer) {
        var statement = mine(id, viewer);
        var actor = PayRights.actor(viewer, said.person());
        var person = statement.person().value();
        if (!person.equals(actor)) throw new Forbidden("Only " + person + " disputes this.");
        var line = line(statement, said.line());
        acts.dispute(id, new Statement.Dispute(line.id(), person, now(), note(said.note())));
        ledger.record(person, "dispute-statement", "statement/" + id, null, Map.of("line", line.id()));
        return found(id);
    }

    /** A line of the person's first month still in draft, on the same budget. */
    @Transactional
    public Statement correct(String id, Said said, BigDecimal amount, Viewer viewer) {
        var statement = mine(id, viewer);
        var actor = PayRights.actor(viewer, said.person());
        var decides = PayRights.decides(viewer, actor, statement);
        if (decides.isEmpty()) throw PayRights.notTheirs(statement, viewer, actor);
        var line = line(statement, said.line());
        if (!decides.contains(line.holder() == null ? "" : line.holder())) throw PayRights.notTheirs(statement, viewer, actor);
        if (!statement.isApproved()) {
            throw new Conflict("STATE", "%s is still a draft: it follows the records, and is right when they are.".formatted(statement.month()));
        }
        var now = now();
        var by = actor == null ? viewer.by() : actor;
        var share = new Share(line.bearer(), line.budgetLine(), line.holder(), line.covers());
        var correction = new ActStore.Correction(
                UUID.randomUUID().toString(), statement.person(), firstDraft(statement), id, line.id(), now, by, checked(amount), note(said.note()), share);
        acts.correct(correction);
        ledger.record(by, "correct-statement", "statement/" + id, null,
                Map.of("line", line.id(), "correction", correction.id(), "month", correction.month().toString()));
        return found(read(id).in(correction.month()).toString());
    }

    private YearMonth firstDraft(Statement statement) {
        var kept = store.of(statement.person()).stream().map(Kept::month).collect(Collectors.toSet());
        var month = statement.month().plusMonths(1);
        while (kept.contains(month)) {
            month = month.plusMonths(1);
        }
        return month;
    }

    /** Locked, so that two who act at once see each other. */
    private Statement mine(String id, Viewer viewer) {
        viewer.demand(viewer.tokenName() == null ? Scope.READ : Scope.PAY);
        store.lock(read(id).mark());
        var statement = found(id);
        PayRights.demandMayRead(viewer, statement);
        return statement;
    }

    private Statement found(String id) {
        return months.of(read(id)).orElseThrow(() -> PayRights.unknown(id));
    }

    private static StatementId read(String id) {
        return StatementId.read(id).filter(it -> StatementFilter.isWithinReach(it.month())).orElseThrow(() -> PayRights.unknown(id));
    }

    private static Line line(Statement statement, String line) {
        return statement.line(line).orElseThrow(() -> new NotFound("The statement %s has no line %s.".formatted(statement.id(), line)));
    }

    private boolean waiting(Statement statement, Viewer viewer) {
        var given = statement.approvals().stream().map(Statement.Approval::holder).collect(Collectors.toSet());
        return PayRights.decides(viewer, viewer.person(), statement).stream().anyMatch(holder -> !given.contains(holder));
    }

    private boolean isOver(Statement statement) {
        return !months.endOf(statement.month()).isAfter(clock.instant());
    }

    private BigDecimal checked(BigDecimal amount) {
        var digits = Math.max(0, records.currency().getDefaultFractionDigits());
        if (amount.signum() == 0 || amount.abs().compareTo(MOST) > 0) {
            throw Unprocessable.of("amount", "OUT_OF_RANGE", "A correction adds or takes something.");
        }
        if (amount.stripTrailingZeros().scale() > digits) {
            throw Unprocessable.of("amount", "OUT_OF_RANGE", "The currency has %d decimals.".formatted(digits));
        }
        return amount.setScale(digits);
    }

    private static String note(String note) {
        if (note.isBlank()) throw Unprocessable.of("note", "REQUIRED", "Say why.");
        if (note.length() > LONGEST_NOTE) throw Unprocessable.of("note", "OUT_OF_RANGE", "A note has at most 2000 characters.");
        return note.strip();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
