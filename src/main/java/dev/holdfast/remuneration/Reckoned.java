package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What everybody is owed for a month: of the one asked for last that is over or ahead it is kept, as long as memory is plenty and
 * all that it was reckoned from is equal. Who acts in a transaction is always told anew.
 */
@Component
class Reckoned {

    static final Predicate<PersonName> EVERYBODY = person -> true;

    private final Records records;
    private final Remembered<Period, Records.Basis, Reckoning.Result> last = new Remembered<>(1);

    Reckoned(Records records) {
        this.records = records;
    }

    Reckoning.Result of(Instant from, Instant to, Predicate<PersonName> asked) {
        if (asked != EVERYBODY || !mayKeep(from, to)) return records.reckon(from, to, asked);
        return last.of(new Period(from, to), () -> records.basis(from, to), () -> records.reckon(from, to, asked));
    }

    boolean mayKeep(Instant from, Instant to) {
        return records.isApart(from, to) && !TransactionSynchronizationManager.isActualTransactionActive();
    }
}
