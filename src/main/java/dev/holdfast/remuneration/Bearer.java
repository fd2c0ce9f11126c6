package dev.holdfast.remuneration;

import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a cost falls on: a digital service, a domain, a team (of operations, or without services), or a duty. */
public record Bearer(Kind kind, String name) implements Comparable<Bearer> {

    static final Bearer INCIDENT_MANAGER = new Bearer(Kind.DUTY, "incident-manager");

    private static final Comparator<Bearer> ORDER = Comparator.comparing(Bearer::kind).thenComparing(Bearer::name);

    /** What there is that bears a cost. */
    public enum Kind {
        SERVICE,
        DOMAIN,
        TEAM,
        DUTY;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Its name where it is of that kind. */
    public @Nullable String as(Kind asked) {
        return kind == asked ? name : null;
    }

    @Override
    public int compareTo(Bearer other) {
        return ORDER.compare(this, other);
    }
}
