package dev.holdfast.portal.web.pay;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Explained;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Said;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.remuneration.Line;
import dev.holdfast.remuneration.Line.Kind;
import dev.holdfast.remuneration.Statement;
import dev.holdfast.remuneration.Statements;
import dev.holdfast.remuneration.Unpaid;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a statement down for its page. */
@Component
class StatementSheet {

    private final Statements statements;
    private final Documents documents;

    StatementSheet(Statements statements, Documents documents) {
        this.statements = statements;
        this.documents = documents;
    }

    StatementPage page(String id, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> page(statements.find(id, viewer), viewer, time));
    }

    private StatementPage page(Statement statement, Viewer viewer, ReaderTime time) {
        var currency = statements.currency();
        var names = new Names(documents.at(time.now()));
        var own = statement.person().value().equals(viewer.person());
        var rows = statement.lines().stream().map(line -> row(line, currency, time)).toList();
        return new StatementPage(
                statement.id(), heading(statement, own, names, currency), lede(statement), statement.month().toString(), PayWords.month(statement.month()),
                facts(statement), figures(statement, currency), rows, statement.unpaid().stream().map(it -> unpaid(it, time)).toList(),
                about(statement, names, time), disputes(statement, names, time), remarks(statement, own), statements.mayApprove(statement, viewer),
                notYet(statement, viewer), own, statements.mayCorrect(statement, viewer), choices(rows), FormFaults.NONE);
    }

    private static String heading(Statement statement, boolean own, Names names, Currency currency) {
        var total = PayWords.money(statement.total(), currency);
        var month = PayWords.month(statement.month());
        return own ? "Your pay for %s is %s".formatted(month, total) : "%s is paid %s for %s".formatted(names.of(statement.person()), total, month);
    }

    private static String lede(Statement statement) {
        return statement.isApproved()
                ? "Approved, and kept as it is. What is wrong with it becomes a line of a later month."
                : "A draft: reckoned anew from the records whenever somebody looks, until who holds its budget approves it.";
    }

    private static List<Status> facts(Statement statement) {
        var facts = new ArrayList<Status>(List.of(PayWords.status(statement)));
        if (!statement.disputes().isEmpty()) facts.add(new Status("Disputed", Shape.TRIANGLE, Tone.CAUTION));
        if (!statement.unpaid().isEmpty()) facts.add(new Status("Unpaid best efforts", Shape.TRIANGLE, Tone.CAUTION));
        return facts;
    }

    private static List<Figure> figures(Statement statement, Currency currency) {
        var lines = statement.lines();
        var corrections = lines.stream().filter(line -> line.kind() == Kind.CORRECTION).count();
        return List.of(
                Figure.of("Total", PayWords.money(statement.total(), currency), "", PayWords.month(statement.month())),
                Figure.of("Standby", PayWords.money(PayWords.amount(lines, Kind.STANDBY), currency), "",
                        PayWords.hours(PayWords.hours(lines, Kind.STANDBY)) + " out of hours"),
                Figure.of("Callouts", PayWords.money(PayWords.amount(lines, Kind.CALLOUT), currency), "",
                        PayWords.hours(PayWords.hours(lines, Kind.CALLOUT)) + " as counted"),
                Figure.of("Corrections", PayWords.money(PayWords.amount(lines, Kind.CORRECTION), currency), "",
                        corrections == 0 ? "none" : "of earlier months"));
    }

    private static StatementPage.Row row(Line line, Currency currency, ReaderTime time) {
        var incident = line.incident();
        var what = switch (line.kind()) {
            case STANDBY -> Objects.requireNonNullElse(line.schedule(), "Standby");
            case CALLOUT -> "Called out, " + incident;
            case CORRECTION -> "Correction";
        };
        return new StatementPage.Row(
                line.id(), time.full(line.from()), line.from().equals(line.to()) ? "" : time.full(line.to()), what,
                incident == null ? null : "/incidents/" + incident, PayWords.dayClass(line.dayClass()),
                line.kind() == Kind.CORRECTION ? "" : PayWords.hours(line.hours()), PayWords.rate(line.rate(), currency),
                PayWords.money(line.amount(), currency), PayWords.bearer(line.bearer()), PayWords.address(line.bearer()),
                Objects.requireNonNullElse(line.budgetLine(), "no budget line"), line.note(), Explained.of(line.explain(), time));
    }

    private static StatementPage.Row unpaid(Unpaid unpaid, ReaderTime time) {
        return new StatementPage.Row(
                unpaid.incident(), time.full(unpaid.from()), time.full(unpaid.to()), unpaid.incident(), "/incidents/" + unpaid.incident(), "",
                PayWords.hours(unpaid.hours()), "", "", "", null, "", null, List.of());
    }

    private static List<Pair> about(Statement statement, Names names, ReaderTime time) {
        var about = new ArrayList<Pair>();
        about.add(Pair.to("Person", names.of(statement.person()), "/people/" + statement.person()));
        var holders = statement.holders().stream().map(holder -> holder.isEmpty() ? "nobody: administrators decide" : names.of(holder));
        about.add(Pair.of("Paid by", holders.collect(Collectors.joining(", "))));
        statement.approvals().forEach(it -> about.add(Pair.of("Approved", "%s, %s".formatted(names.of(it.by()), time.moment(it.at())))));
        return about;
    }

    private static List<StatementPage.Objection> disputes(Statement statement, Names names, ReaderTime time) {
        return statement.disputes().stream()
                .map(it -> new StatementPage.Objection(
                        statement.line(it.line()).map(line -> time.full(line.from())).orElse("a line that is not there any more"),
                        "%s, %s".formatted(names.of(it.person()), time.moment(it.at())), it.note()))
                .toList();
    }

    private static List<Said> remarks(Statement statement, boolean own) {
        if (statement.unpaid().isEmpty()) return List.of();
        return List.of(Said.of("Unpaid best efforts.", own
                ? "You worked out of hours, were on call by no schedule, and the price list pays no callouts."
                : "This person worked out of hours, was on call by no schedule, and the price list pays no callouts. Put them on a schedule, or pay callouts.",
                Tone.CAUTION));
    }

    private @Nullable String notYet(Statement statement, Viewer viewer) {
        if (statement.isApproved() || statements.mayApprove(statement, viewer) || !statement.isPaidBy(viewer.person())) return null;
        return statement.person().value().equals(viewer.person())
                ? "Nobody approves their own pay: an administrator approves the lines that fall on your budget."
                : statement.month().isBefore(statements.thisMonth()) ? "You have approved your lines. Others who pay have not yet." : "The month is not over yet.";
    }

    private static List<Choice> choices(List<StatementPage.Row> rows) {
        return rows.stream().map(row -> new Choice(row.id(), "%s, %s, %s, %s".formatted(row.when(), row.what(), row.bearer(), row.amount()), false)).toList();
    }
}
