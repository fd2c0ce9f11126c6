package dev.holdfast.remuneration.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotApplicable;
import dev.holdfast.quantities.Money;
import dev.holdfast.remuneration.Bearer;
import dev.holdfast.remuneration.BudgetLines;
import dev.holdfast.remuneration.BudgetStanding;
import dev.holdfast.remuneration.Funding;
import dev.holdfast.remuneration.Statements;
import java.time.Year;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Budget lines of a year: planned, spent and committed. What is spent without a line is listed too, without a name. */
@RestController
@RequestMapping("/api/v1/budget-lines")
class BudgetLineApi {

    private static final NotApplicable UNDECLARED = new NotApplicable("no budget line is declared");

    private final BudgetLines lines;
    private final Statements statements;

    BudgetLineApi(BudgetLines lines, Statements statements) {
        this.lines = lines;
        this.statements = statements;
    }

    record ApportionedView(String service, Money amount) {}

    record LineView(
            @Nullable String name, @Nullable String service, @Nullable String domain, @Nullable String team, @Nullable String duty,
            @Nullable Funding funding, @Nullable String holder, Object planned, Money spent, Money committed, List<ApportionedView> apportioned) {}

    @GetMapping
    Listing<LineView> list(
            @RequestParam @Nullable Integer year, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor, Viewer viewer) {
        viewer.demand(Scope.READ);
        var asked = year == null ? Year.of(statements.thisMonth().getYear()) : Year.of(BudgetLines.year(year));
        var currency = statements.currency();
        var after = Cursor.decode(cursor).orElse("");
        var standings = lines.of(asked, viewer).stream().filter(each -> position(each).compareTo(after) > 0).toList();
        return Listing.cut(standings, Limit.of(limit), BudgetLineApi::position).map(each -> view(each, currency));
    }

    /** By which they are sorted. */
    private static String position(BudgetStanding standing) {
        var line = standing.line();
        return "%d/%s/%s".formatted(standing.bearer().kind().ordinal(), standing.bearer().name(), line == null ? "" : line.name());
    }

    private static LineView view(BudgetStanding it, Currency currency) {
        var line = it.line();
        return new LineView(
                line == null ? null : line.name(), it.bearer().as(Bearer.Kind.SERVICE), it.bearer().as(Bearer.Kind.DOMAIN),
                it.bearer().as(Bearer.Kind.TEAM), it.bearer().as(Bearer.Kind.DUTY), line == null ? null : line.funding(), it.holder(),
                line == null ? UNDECLARED : StatementView.money(line.planned(), currency), StatementView.money(it.spent(), currency),
                StatementView.money(it.committed(), currency),
                it.apportioned().stream().map(each -> new ApportionedView(each.service(), StatementView.money(each.amount(), currency))).toList());
    }
}
