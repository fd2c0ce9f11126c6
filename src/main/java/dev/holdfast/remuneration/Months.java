package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts the statements of months together: those that are kept, and drafts from the records with their corrections. */
@Component
class Months {

    private final Records records;
    private final Reckoned reckoned;
    private final StatementStore store;
    private final ActStore acts;
    private final Marks marks;

    Months(Records records, Reckoned reckoned, StatementStore store, ActStore acts, Marks marks) {
        this.records = records;
        this.reckoned = reckoned;
        this.store = store;
        this.acts = acts;
        this.marks = marks;
    }

    /** @param ahead what shifts still ahead will cost */
    record Found(List<Statement> statements, List<Owed> ahead) {}

    /** Of those who are asked for, in a number of queries that does not grow, by person. */
    Found of(YearMonth month, Predicate<PersonName> asked) {
        return of(month, reckoned.of(beginOf(month), endOf(month), asked), asked);
    }

    /** What everybody is owed for it. */
    Course course(YearMonth month, Instant now) {
        return records.reckon(beginOf(month), endOf(month), now, Reckoned.EVERYBODY);
    }

    /** The same by what was reckoned. */
    Found of(YearMonth month, Reckoning.Result result, Predicate<PersonName> asked) {
        var lines = new HashMap<PersonName, List<Line>>();
        result.owed().stream().filter(owed -> !owed.ahead()).forEach(owed -> linesOf(owed.person(), lines).add(owed.line()));
        acts.corrections(month).stream().filter(each -> asked.test(each.person())).forEach(each -> linesOf(each.person(), lines).add(line(each)));
        var unpaid = result.unpaid().stream().collect(Collectors.groupingBy(Unpaid::person));
        unpaid.keySet().forEach(person -> linesOf(person, lines));
        var approvals = acts.approvals(month).stream().collect(Collectors.groupingBy(ActStore.Approved::statement));
        var disputes = acts.disputes(month).stream()
                .collect(Collectors.groupingBy(ActStore.Disputed::statement, Collectors.mapping(ActStore.Disputed::dispute, Collectors.toList())));
        var kept = store.kept(month, asked);
        kept.forEach(statement -> lines.remove(statement.person()));
        var drafts = lines.entrySet().stream().map(each -> draft(month, each.getKey(), each.getValue()));
        return new Found(
                Stream.concat(kept.stream(), drafts)
                        .map(each -> each.with(
                                approvals(each, approvals.getOrDefault(each.id(), List.of())), disputes.getOrDefault(each.id(), List.of()),
                                unpaid.getOrDefault(each.person(), List.of())))
                        .sorted(Comparator.comparing(Statement::person))
                        .toList(),
                result.owed().stream().filter(Owed::ahead).toList());
    }

    Optional<Statement> of(StatementId id) {
        return of(id.month(), marks.isOf(id.mark())).statements().stream().findFirst();
    }

    private Statement draft(YearMonth month, PersonName person, List<Line> lines) {
        lines.sort(Comparator.comparing(Line::from).thenComparing(Line::kind).thenComparing(Line::bearer).thenComparing(Line::id));
        var id = new StatementId(month, marks.of(person)).toString();
        return new Statement(id, person, month, lines, List.of(), List.of(), List.of(), null, null);
    }

    private static List<Line> linesOf(PersonName person, Map<PersonName, List<Line>> lines) {
        return lines.computeIfAbsent(person, unseen -> new ArrayList<>());
    }

    /** Those given for the lines as they stand. */
    private static List<Statement.Approval> approvals(Statement statement, List<ActStore.Approved> all) {
        return all.stream()
                .filter(each -> each.seen().equals(statement.seenBy(each.holder())))
                .map(each -> new Statement.Approval(each.holder(), each.by(), each.at()))
                .toList();
    }

    private static Line line(ActStore.Correction made) {
        var why = new Because("CORRECTION", "%s corrected a line of %s: %s".formatted(made.by(), month(made.statement()), made.note()),
                Map.of("by", made.by(), "statement", made.statement(), "month", month(made.statement()), "note", made.note()));
        var share = made.share();
        return new Line(
                made.id(), Line.Kind.CORRECTION, made.at(), made.at(), BigDecimal.ZERO.setScale(Line.HOURS), null, null, made.amount(), null, null,
                share.bearer(), share.budgetLine(), share.holder(), share.covers(), made.corrects(), made.note(), () -> List.of(why));
    }

    private static String month(String statement) {
        return StatementId.read(statement).map(StatementId::month).map(Objects::toString).orElse(statement);
    }

    /** What the sums of a month follow from but the time that it is; kept statements and corrections never change. */
    record Basis(Records.Basis records, List<String> kept, List<String> corrections) {}

    /** Of months that follow each other: as many queries for all as for one. */
    List<Basis> bases(List<YearMonth> months) {
        var first = months.getFirst();
        var last = months.getLast();
        var kept = store.ids(first, last);
        var corrections = acts.corrections(first, last);
        var bases = records.bases(months.stream().map(month -> new Period(beginOf(month), endOf(month))).toList());
        return IntStream.range(0, months.size())
                .mapToObj(index -> new Basis(
                        bases.get(index), kept.getOrDefault(months.get(index), List.of()), corrections.getOrDefault(months.get(index), List.of())))
                .toList();
    }

    Instant endOf(YearMonth month) {
        return beginOf(month.plusMonths(1));
    }

    private Instant beginOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(records.months()).toInstant();
    }
}
