package dev.holdfast.alerts;

import org.springframework.dao.ConcurrencyFailureException;

/** Another transaction opened one of the same alerts first: do it again from the start, it will be found open. */
public class RacedByAnother extends ConcurrencyFailureException {

    RacedByAnother(int missing) {
        super(missing + " alerts were opened by another transaction meanwhile");
    }
}
