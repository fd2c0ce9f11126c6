package dev.holdfast.portal.web.pay;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.remuneration.Line.Kind;
import dev.holdfast.remuneration.Statement;
import dev.holdfast.remuneration.StatementFilter;
import dev.holdfast.remuneration.Statements;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a month's pay down for its page. */
@Component
class PaySheet {

    private static final int KEPT = 12;

    private final Statements statements;
    private final Documents documents;

    PaySheet(Statements statements, Documents documents) {
        this.statements = statements;
        this.documents = documents;
    }

    /** Of the month asked for, else of the one that is over. */
    PayPage page(@Nullable String asked, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> {
            var now = statements.thisMonth();
            var month = asked == null || asked.isBlank() ? now.minusMonths(1) : StatementFilter.month("month", asked);
            return page(month, now, statements.of(StatementFilter.of(month, null, null, null), viewer), viewer, time);
        });
    }

    private PayPage page(YearMonth month, YearMonth now, List<Statement> found, Viewer viewer, ReaderTime time) {
        var currency = statements.currency();
        var names = new Names(documents.at(time.now()));
        var mine = found.stream().filter(statement -> statement.person().value().equals(viewer.person())).findFirst().orElse(null);
        var waiting = found.stream().filter(statement -> statements.mayApprove(statement, viewer)).toList();
        var others = found.stream().filter(statement -> !statement.equals(mine)).toList();
        var all = statements.readsAll(viewer);
        return new PayPage(
                heading(month, now, mine, waiting, all, found, currency), lede(month, now, all, others), month.toString(), PayWords.month(month),
                month.minusMonths(1).toString(), month.isBefore(now) ? month.plusMonths(1).toString() : null,
                others.isEmpty() ? List.of() : figures(found, waiting, currency), mine == null ? null : row(mine, names, currency),
                none(month, now), kept(viewer, currency, time), waiting.stream().limit(PayWords.SHOWN).map(it -> row(it, names, currency)).toList(),
                whose(all, others), others.stream().limit(PayWords.SHOWN).map(it -> row(it, names, currency)).toList(),
                "/pay.csv?month=" + month, all || !others.isEmpty());
    }

    private static @Nullable String whose(boolean all, List<Statement> others) {
        if (!all && others.isEmpty()) return null;
        return (all ? "Everybody" : "Paid out of your budget") + PayWords.cut(others.size());
    }

    private static String heading(
            YearMonth month, YearMonth now, @Nullable Statement mine, List<Statement> waiting, boolean all, List<Statement> found, Currency currency) {
        if (!waiting.isEmpty()) return "%s %s for your approval".formatted(Figures.count(waiting.size(), "statement"), waiting.size() == 1 ? "waits" : "wait");
        if (mine != null) {
            return (month.equals(now) ? "On call has earned you %s in %s so far" : "On call earned you %s in %s")
                    .formatted(PayWords.money(mine.total(), currency), PayWords.month(month));
        }
        if (all || !found.isEmpty()) return "On call cost %s in %s".formatted(PayWords.money(total(found), currency), PayWords.month(month));
        return "Nothing to pay you in " + PayWords.month(month);
    }

    private static String lede(YearMonth month, YearMonth now, boolean all, List<Statement> others) {
        var over = month.isBefore(now) ? "" : " The month is not over: what is shown grows with every shift.";
        return all || !others.isEmpty()
                ? "Reckoned from who was really on call and called out. A draft follows the records until who holds the budget approves it; then it stays." + over
                : "Reckoned from when you were really on call and called out, after overrides and swaps." + over;
    }

    private static String none(YearMonth month, YearMonth now) {
        return month.isAfter(now) || month.equals(now)
                ? "Nothing of it yet. Shifts out of hours appear here once they have been."
                : "You were not on call out of hours in that month, or for nothing that needs it then.";
    }

    private static List<Figure> figures(List<Statement> found, List<Statement> waiting, Currency currency) {
        var lines = found.stream().flatMap(statement -> statement.lines().stream()).toList();
        var approved = found.stream().filter(Statement::isApproved).count();
        var unpaid = found.stream().mapToInt(statement -> statement.unpaid().size()).sum();
        return List.of(
                Figure.of("Pay", PayWords.money(total(found), currency), "", Figures.people(found.size())),
                Figure.of("Standby", PayWords.money(PayWords.amount(lines, Kind.STANDBY), currency), "", PayWords.hours(PayWords.hours(lines, Kind.STANDBY)) + " out of hours"),
                Figure.of("Callouts", PayWords.money(PayWords.amount(lines, Kind.CALLOUT), currency), "", unpaid == 0
                        ? PayWords.hours(PayWords.hours(lines, Kind.CALLOUT)) + " paid"
                        : Figures.count(unpaid, "callout") + " of best-efforts support unpaid"),
                Figure.of("Approved", "" + approved, "of " + found.size(), waiting.isEmpty() ? "none waits for you" : waiting.size() + " wait for you"));
    }

    private List<Line> kept(Viewer viewer, Currency currency, ReaderTime time) {
        var person = viewer.person();
        if (person == null) return List.of();
        return statements.kept(new PersonName(person)).stream()
                .limit(KEPT)
                .map(kept -> Line.of(
                        new Status("approved", Shape.CHECK, Tone.SAFE), PayWords.month(kept.month()), "/pay/" + kept.id(),
                        PayWords.money(kept.total(), currency)))
                .toList();
    }

    private static PayPage.Row row(Statement statement, Names names, Currency currency) {
        return new PayPage.Row(
                "/pay/" + statement.id(), names.of(statement.person()), statement.person().value(), PayWords.money(statement.total(), currency),
                PayWords.hours(PayWords.hours(statement.lines(), Kind.STANDBY)),
                PayWords.money(PayWords.amount(statement.lines(), Kind.STANDBY), currency),
                PayWords.money(PayWords.amount(statement.lines(), Kind.CALLOUT), currency), PayWords.status(statement), flags(statement));
    }

    private static List<Status> flags(Statement statement) {
        var flags = new ArrayList<Status>();
        if (!statement.disputes().isEmpty()) flags.add(new Status("Disputed", Shape.TRIANGLE, Tone.CAUTION));
        if (!statement.unpaid().isEmpty()) flags.add(new Status("Unpaid best efforts", Shape.TRIANGLE, Tone.CAUTION));
        if (!statement.isApproved() && !statement.approvals().isEmpty()) flags.add(new Status("Partly approved", Shape.HALF, Tone.ACCENT));
        return flags;
    }

    private static BigDecimal total(List<Statement> found) {
        return found.stream().map(Statement::total).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
