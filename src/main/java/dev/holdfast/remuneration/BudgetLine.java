package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import java.math.BigDecimal;
import java.time.LocalDate;

/** The on-call budget of one digital service, or of a domain by its sole holder, from one day to before another. */
public record BudgetLine(
        String name, Bearer bearer, LocalDate from, LocalDate to, Funding funding, PersonName holder, BigDecimal planned) {

    boolean holds(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    boolean overlaps(BudgetLine other) {
        return bearer.equals(other.bearer) && from.isBefore(other.to) && other.from.isBefore(to);
    }
}
