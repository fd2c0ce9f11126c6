package dev.holdfast.http;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;

/** Transactions that may have to wait for each other's locks. */
public final class Contended {

    private static final int TRIES = 6;

    private Contended() {}

    /** Where two waited for each other, one of them does it again; a whole transaction each time. */
    public static <A> A retrying(Supplier<A> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (ConcurrencyFailureException again) {
                if (attempt == TRIES) {
                    throw again;
                }
            }
        }
    }
}
