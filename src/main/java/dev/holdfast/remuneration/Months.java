package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Because;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the statements of months together: those that are kept, and drafts from the records with their corrections. */
@Component
class Months {

    private final Records records;
    private final StatementStore store;
    private final ActStore acts;
    private final Marks marks;

    Months(Records records, StatementStore store, ActStore acts, Marks marks) {
        this.records = records;
        this.store = store;
        this.acts = acts;
        this.marks = marks;
    }

    /** @param ahead what shifts still ahead will cost */
    record Found(List<Statement> statements, List<Owed> ahead) {}

    private record Whose(PersonName person, YearMonth month) {}

    /** In a number of queries that does not grow, by month and person. */
    Found of(YearMonth first, YearMonth last) {
        var zone = records.months();
        var result = records.reckon(first.atDay(1).atStartOfDay(zone).toInstant(), last.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
        var kept = store.kept(first, last);
        var frozen = kept.stream().map(each -> new Whose(each.person(), each.month())).collect(Collectors.toCollection(HashSet::new));
        var lines = new HashMap<Whose, List<Line>>();
        result.owed().stream().filter(owed -> !owed.ahead()).forEach(owed -> add(lines, new Whose(owed.person(), owed.month()), owed.line()));
        acts.corrections(first, last).forEach(each -> add(lines, new Whose(each.person(), each.month()), line(each)));
        lines.keySet().removeAll(frozen);
        var unpaid = result.unpaid().stream().collect(Collectors.groupingBy(each -> new Whose(each.person(), each.month())));
        unpaid.keySet().stream().filter(whose -> !frozen.contains(whose)).forEach(whose -> lines.putIfAbsent(whose, new ArrayList<>()));
        var approvals = acts.approvals(first, last).stream().collect(Collectors.groupingBy(ActStore.Approved::statement));
        var disputes = acts.disputes(first, last).stream()
                .collect(Collectors.groupingBy(ActStore.Disputed::statement, Collectors.mapping(ActStore.Disputed::dispute, Collectors.toList())));
        var statements = new ArrayList<Statement>();
        kept.forEach(each -> statements.add(each.with(
                approvals(each, approvals.getOrDefault(each.id(), List.of())), disputes.getOrDefault(each.id(), List.of()),
                unpaid.getOrDefault(new Whose(each.person(), each.month()), List.of()))));
        lines.forEach((whose, own) -> statements.add(draft(whose, own, unpaid.getOrDefault(whose, List.of()), approvals, disputes)));
        statements.sort(Comparator.comparing(Statement::month).thenComparing(Statement::person));
        return new Found(statements, result.owed().stream().filter(Owed::ahead).toList());
    }

    private Statement draft(
            Whose whose, List<Line> lines, List<Unpaid> unpaid, Map<String, List<ActStore.Approved>> approvals,
            Map<String, List<Statement.Dispute>> disputes) {
        lines.sort(Comparator.comparing(Line::from).thenComparing(Line::kind).thenComparing(Line::bearer).thenComparing(Line::id));
        var id = new StatementId(whose.month(), marks.of(whose.person())).toString();
        var draft = new Statement(id, whose.person(), whose.month(), lines, List.of(), disputes.getOrDefault(id, List.of()), unpaid, null, null);
        return draft.with(approvals(draft, approvals.getOrDefault(id, List.of())), draft.disputes(), unpaid);
    }

    /** Those given for the lines as they stand. */
    private static List<Statement.Approval> approvals(Statement statement, List<ActStore.Approved> all) {
        return all.stream()
                .filter(each -> each.seen().equals(statement.seenBy(each.holder())))
                .map(each -> new Statement.Approval(each.holder(), each.by(), each.at()))
                .toList();
    }

    private static void add(Map<Whose, List<Line>> lines, Whose whose, Line line) {
        lines.computeIfAbsent(whose, unseen -> new ArrayList<>()).add(line);
    }

    private static Line line(ActStore.Correction made) {
        var why = new Because("CORRECTION", "%s corrected a line of %s: %s".formatted(made.by(), month(made.statement()), made.note()),
                Map.of("by", made.by(), "statement", made.statement(), "month", month(made.statement()), "note", made.note()));
        var share = made.share();
        return new Line(
                made.id(), Line.Kind.CORRECTION, made.at(), made.at(), BigDecimal.ZERO.setScale(Line.HOURS), null, null, made.amount(), null, null,
                share.bearer(), share.budgetLine(), share.holder(), share.covers(), made.corrects(), made.note(), List.of(why));
    }

    private static String month(String statement) {
        return StatementId.read(statement).map(StatementId::month).map(Objects::toString).orElse(statement);
    }

    Instant endOf(YearMonth month) {
        return month.plusMonths(1).atDay(1).atStartOfDay(records.months()).toInstant();
    }
}
