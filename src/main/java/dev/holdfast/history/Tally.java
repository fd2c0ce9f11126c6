package dev.holdfast.history;

import dev.holdfast.tables.Became;
import java.util.List;

/** What became of some rows. */
record Tally(int done, int made, int known, int faulty) {

    static final Tally NONE = new Tally(0, 0, 0, 0);

    static Tally of(int done, List<Became> became) {
        var made = (int) became.stream().filter(Became.NEW::equals).count();
        var known = (int) became.stream().filter(Became.KNOWN::equals).count();
        return new Tally(done, made, known, done - made - known);
    }

    Tally plus(Tally other) {
        return new Tally(done + other.done, made + other.made, known + other.known, faulty + other.faulty);
    }
}
