package dev.holdfast.remuneration.web;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import dev.holdfast.remuneration.Bearer;
import dev.holdfast.remuneration.DayClass;
import dev.holdfast.remuneration.Line;
import dev.holdfast.remuneration.Statement;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement in the contract's style. */
record StatementView(
        String id, PersonName person, String month, String state, Money total, List<LineView> lines, List<Statement.Approval> approvals,
        List<Statement.Dispute> disputes, List<UnpaidView> unpaid, @Nullable String approvedBy, @Nullable Instant approvedAt) {

    record RateView(String amount, String per) {}

    record LineView(
            String id, Line.Kind kind, Instant from, Instant to, String hours, @Nullable DayClass dayClass, @Nullable RateView rate, Money amount,
            @Nullable String schedule, @Nullable String incident, @Nullable String budgetLine, @Nullable String holder, @Nullable String service,
            @Nullable String domain, @Nullable String team, @Nullable String corrects, @Nullable String note, List<Because> explain) {}

    record UnpaidView(String incident, Instant from, Instant to, String hours) {}

    static StatementView of(Statement statement, Currency currency) {
        return new StatementView(
                statement.id(), statement.person(), statement.month().toString(), statement.state().word(), money(statement.total(), currency),
                statement.lines().stream().map(line -> line(line, currency)).toList(), statement.approvals(), statement.disputes(),
                statement.unpaid().stream().map(it -> new UnpaidView(it.incident(), it.from(), it.to(), it.hours().toPlainString())).toList(),
                statement.approvedBy(), statement.approvedAt());
    }

    private static LineView line(Line line, Currency currency) {
        var rate = line.rate();
        return new LineView(
                line.id(), line.kind(), line.from(), line.to(), line.hours().toPlainString(), line.dayClass(),
                rate == null ? null : new RateView(amount(rate.amount(), currency).toPlainString(), rate.per().word()), money(line.amount(), currency),
                line.schedule(), line.incident(), line.budgetLine(), line.holder(), line.bearer().as(Bearer.Kind.SERVICE),
                line.bearer().as(Bearer.Kind.DOMAIN), line.bearer().as(Bearer.Kind.TEAM), line.corrects(), line.note(), line.explain());
    }

    /** A rate keeps what it has beyond the currency's digits. */
    static BigDecimal amount(BigDecimal amount, Currency currency) {
        return amount.setScale(Math.max(amount.stripTrailingZeros().scale(), currency.getDefaultFractionDigits()), RoundingMode.UNNECESSARY);
    }

    static Money money(BigDecimal amount, Currency currency) {
        return new Money(amount, currency).rounded();
    }
}
