package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
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
    private volatile SoftReference<@Nullable Known> last = new SoftReference<>(null);

    Reckoned(Records records) {
        this.records = records;
    }

    private record Known(Records.Basis basis, Reckoning.Result result) {}

    Reckoning.Result of(Instant from, Instant to, Predicate<PersonName> asked) {
        return asked == EVERYBODY && mayKeep(from, to) ? kept(from, to) : records.reckon(from, to, asked);
    }

    boolean mayKeep(Instant from, Instant to) {
        return records.isApart(from, to) && !TransactionSynchronizationManager.isActualTransactionActive();
    }

    private Reckoning.Result kept(Instant from, Instant to) {
        var basis = records.basis(from, to);
        var known = last.get();
        if (known != null && known.basis().equals(basis)) return known.result();
        var result = records.reckon(from, to, EVERYBODY);
        if (basis.equals(records.basis(from, to))) last = new SoftReference<>(new Known(basis, result));
        return result;
    }
}
