package dev.holdfast.readiness;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How one preparation stands, with its evidence and the way to mend it. */
public record Prepared(Preparation preparation, State state, @Nullable Evidence evidence, Add add) {

    /** Present, not there, or there and too old. */
    public enum State {
        PRESENT,
        MISSING,
        DUE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What to do, and the path of the page where it is done. */
    public record Add(String text, String path) {}

    public static long count(List<Prepared> prepared, State state) {
        return prepared.stream().filter(it -> it.state() == state).count();
    }
}
