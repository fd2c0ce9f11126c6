package dev.holdfast.remuneration;

import dev.holdfast.http.Csv;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Statements as one list for a payroll. */
public final class PayList {

    private PayList() {}

    public static Csv of(List<Statement> statements, Currency currency) {
        var csv = new Csv(
                "person", "month", "kind", "from", "to", "hours", "dayClass", "rateAmount", "ratePer", "amount", "currency", "schedule", "incident",
                "budgetLine", "state");
        statements.forEach(statement -> statement.lines().forEach(line -> csv.row(row(statement, line, currency))));
        return csv;
    }

    private static List<Object> row(Statement statement, Line line, Currency currency) {
        var rate = line.rate();
        var dayClass = line.dayClass();
        return cells(
                statement.person().value(), statement.month(), line.kind().word(), line.from(), line.to(), line.hours(),
                dayClass == null ? null : dayClass.word(), rate == null ? null : padded(rate.amount(), currency),
                rate == null ? null : rate.per().word(), padded(line.amount(), currency), currency.getCurrencyCode(), line.schedule(), line.incident(),
                line.budgetLine(), statement.state().word());
    }

    private static List<Object> cells(@Nullable Object... values) {
        return Arrays.stream(values).map(value -> Objects.<Object>requireNonNullElse(value, "")).toList();
    }

    private static BigDecimal padded(BigDecimal amount, Currency currency) {
        return amount.setScale(Math.max(amount.stripTrailingZeros().scale(), currency.getDefaultFractionDigits()));
    }
}
