package dev.holdfast.remuneration;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What everybody is owed for a month: of the one asked for last it is kept, as long as memory is plenty and all that it was reckoned
 * from is equal; only the turns that are under way are reckoned again. Who acts in a transaction is always told anew.
 */
@Component
class Reckoned {

    static final Predicate<PersonName> EVERYBODY = person -> true;

    private final Records records;
    private final Clock clock;
    private final Remembered<Period, Records.Basis, Course> last = new Remembered<>(1);

    Reckoned(Records records, Clock clock) {
        this.records = records;
        this.clock = clock;
    }

    Reckoning.Result of(Instant from, Instant to, Predicate<PersonName> asked) {
        var now = clock.instant();
        return asked == EVERYBODY && mayKeep() ? everybody(new Period(from, to), now).at(now) : records.reckon(from, to, now, asked).at(now);
    }

    static boolean mayKeep() {
        return !TransactionSynchronizationManager.isActualTransactionActive();
    }

    private Course everybody(Period time, Instant now) {
        var to = time.from().plus(time.length());
        var basis = records.basis(time.from(), to);
        return last.of(time, basis).filter(course -> course.stands().contains(now)).orElseGet(() -> {
            var course = records.reckon(time.from(), to, now, EVERYBODY);
            if (basis.equals(records.basis(time.from(), to))) last.keep(time, basis, course);
            return course;
        });
    }
}
