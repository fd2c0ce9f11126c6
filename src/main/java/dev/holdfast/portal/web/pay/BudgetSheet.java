package dev.holdfast.portal.web.pay;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.http.Csv;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.Money;
import dev.holdfast.remuneration.BudgetLines;
import dev.holdfast.remuneration.BudgetStanding;
import dev.holdfast.remuneration.Funding;
import dev.holdfast.remuneration.Statements;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Year;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the budget lines of a year down for their page. */
@Component
class BudgetSheet {

    private final BudgetLines lines;
    private final Statements statements;
    private final Documents documents;
    private final Ownership ownership;

    BudgetSheet(BudgetLines lines, Statements statements, Documents documents, Ownership ownership) {
        this.lines = lines;
        this.statements = statements;
        this.documents = documents;
        this.ownership = ownership;
    }

    BudgetPage page(@Nullable Integer asked, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> {
            var now = statements.thisMonth().getYear();
            var year = asked == null ? now : BudgetLines.year(asked);
            var found = lines.of(Year.of(year), viewer);
            var currency = statements.currency();
            var names = new Names(documents.at(time.now()));
            return new BudgetPage(
                    heading(year, found, currency), lede(found), year, year <= now ? year + 1 : null, figures(found, currency),
                    shown(found).map(standing -> row(standing, names, currency)).toList(),
                    found.stream().anyMatch(standing -> standing.line() == null), ownership.mayChangeAll(viewer));
        });
    }

    Csv csv(@Nullable Integer asked, Viewer viewer) {
        var year = asked == null ? statements.thisMonth().getYear() : BudgetLines.year(asked);
        var csv = new Csv("year", "budgetLine", "kind", "name", "funding", "holder", "planned", "spent", "committed", "currency");
        lines.of(Year.of(year), viewer).forEach(standing -> {
            var line = standing.line();
            csv.row(List.of(
                    "" + year, line == null ? "" : line.name(), standing.bearer().kind().word(), standing.bearer().name(),
                    line == null ? "" : line.funding().word(), Objects.requireNonNullElse(standing.holder(), ""), line == null ? "" : line.planned(),
                    standing.spent(), standing.committed(), statements.currency().getCurrencyCode()));
        });
        return csv;
    }

    private static String heading(int year, List<BudgetStanding> found, Currency currency) {
        if (found.isEmpty()) return "No on-call budget of yours in " + year;
        var beyond = found.stream().filter(BudgetStanding::isBeyondPlan).count();
        if (beyond > 0) return "%s of %d %s more than planned".formatted(Figures.count(beyond, "budget line"), year, beyond == 1 ? "costs" : "cost");
        return "On call has cost %s in %d".formatted(money(sum(found, BudgetStanding::spent), currency), year);
    }

    private static String lede(List<BudgetStanding> found) {
        var lede = "What was planned for being on call, beside what statements spent and what the shifts ahead will cost. Both sums agree with the statements to the penny.";
        return found.size() <= PayWords.SHOWN ? lede : lede + " Of %s the %d that matter most are shown; the CSV has all.".formatted(
                Figures.count(found.size(), "line"), PayWords.SHOWN);
    }

    /** Of many lines those beyond their plan first, then those without one, each the dearest first. */
    private static Stream<BudgetStanding> shown(List<BudgetStanding> found) {
        return found.size() <= PayWords.SHOWN ? found.stream() : found.stream()
                .sorted(Comparator.comparing((BudgetStanding standing) -> !standing.isBeyondPlan())
                        .thenComparing(standing -> standing.line() != null)
                        .thenComparing(standing -> standing.spent().add(standing.committed()), Comparator.reverseOrder()))
                .limit(PayWords.SHOWN);
    }

    private static List<Figure> figures(List<BudgetStanding> found, Currency currency) {
        var planned = sum(found, standing -> standing.line() == null ? BigDecimal.ZERO : standing.line().planned());
        var undeclared = sum(found.stream().filter(standing -> standing.line() == null).toList(), standing -> standing.spent().add(standing.committed()));
        var capex = sum(found.stream().filter(standing -> standing.line() != null && standing.line().funding() == Funding.CAPEX).toList(), BudgetStanding::spent);
        return List.of(
                Figure.of("Planned", money(planned, currency), "", Figures.count(found.stream().filter(it -> it.line() != null).count(), "budget line")),
                Figure.of("Spent", money(sum(found, BudgetStanding::spent), currency), "", money(capex, currency) + " of it capex"),
                Figure.of("Committed", money(sum(found, BudgetStanding::committed), currency), "", "by the shifts ahead of this year"),
                Figure.of("Without a line", money(undeclared, currency), "", undeclared.signum() == 0 ? "everything has a budget line" : "spent or committed, planned by nobody")
                        .toned(undeclared.signum() == 0 ? Tone.QUIET : Tone.CAUTION));
    }

    private static BudgetPage.Row row(BudgetStanding standing, Names names, Currency currency) {
        var line = standing.line();
        var left = line == null ? null : line.planned().subtract(standing.spent()).subtract(standing.committed());
        return new BudgetPage.Row(
                standing.bearer().name(), PayWords.address(standing.bearer()), standing.bearer().kind().word(), line == null ? "no budget line" : line.name(),
                line == null ? "" : line.funding().word(), standing.holder() == null ? "nobody" : names.of(standing.holder()),
                line == null ? "–" : money(line.planned(), currency), PayWords.money(standing.spent(), currency),
                PayWords.money(standing.committed(), currency), left == null ? "" : money(left, currency), bar(standing), status(standing),
                standing.apportioned().stream().map(it -> new BudgetPage.Part(it.service(), PayWords.money(it.amount(), currency))).toList());
    }

    private static Status status(BudgetStanding standing) {
        if (standing.line() == null) return new Status("Not planned", Shape.TRIANGLE, Tone.CAUTION);
        return standing.isBeyondPlan() ? new Status("Beyond plan", Shape.DIAMOND, Tone.LOSS) : new Status("Within plan", Shape.CHECK, Tone.SAFE);
    }

    private static BudgetPage.@Nullable Bar bar(BudgetStanding standing) {
        var line = standing.line();
        if (line == null) return null;
        var widest = line.planned().max(standing.spent().add(standing.committed()));
        if (widest.signum() <= 0 || standing.spent().signum() < 0) return null;
        return new BudgetPage.Bar(
                share(standing.spent(), widest), share(standing.spent(), widest), share(standing.committed(), widest), share(line.planned(), widest),
                "%s spent and %s committed of what is planned".formatted(
                        ofPlan(standing.spent(), line.planned()), ofPlan(standing.committed(), line.planned())));
    }

    private static String ofPlan(BigDecimal part, BigDecimal planned) {
        return planned.signum() == 0 ? "something" : Figures.percent(part.divide(planned, 4, RoundingMode.HALF_UP));
    }

    private static String share(BigDecimal part, BigDecimal widest) {
        return part.movePointRight(2).divide(widest, 2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    private static BigDecimal sum(List<BudgetStanding> found, Function<BudgetStanding, BigDecimal> what) {
        return found.stream().map(what).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String money(BigDecimal amount, Currency currency) {
        return Figures.money(new Money(amount.abs(), currency)).transform(it -> amount.signum() < 0 ? "−" + it : it);
    }
}
