package dev.holdfast.throughput;

import dev.holdfast.http.Unprocessable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whose deployments are measured: everybody's, or those of a service, a team or a domain. */
public record MeasureScope(Kind kind, String name) {

    public static final MeasureScope ORGANISATION = new MeasureScope(Kind.ORGANISATION, "");

    /** What is measured as one. */
    public enum Kind {
        ORGANISATION,
        DOMAIN,
        TEAM,
        SERVICE
    }

    /** As in {@code service:bedroom}; the organisation where nothing is said. */
    public static MeasureScope of(@Nullable String text) {
        if (text == null || text.isBlank() || text.equals("organisation")) return ORGANISATION;
        for (var kind : Kind.values()) {
            var head = kind.name().toLowerCase(Locale.ROOT) + ":";
            if (kind != Kind.ORGANISATION && text.startsWith(head) && text.length() > head.length()) return new MeasureScope(kind, text.substring(head.length()));
        }
        throw Unprocessable.of("scope", "UNKNOWN_VALUE", "A scope is organisation, domain:<name>, team:<name> or service:<name>.");
    }

    @Override
    public String toString() {
        return kind == Kind.ORGANISATION ? "organisation" : kind.name().toLowerCase(Locale.ROOT) + ":" + name;
    }
}
