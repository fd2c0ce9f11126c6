package dev.holdfast.access;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads claims, which providers write in several ways. */
record OidcClaims(Map<String, Object> values) {

    private static final int LONGEST = 255;
    private static final int MOST_GROUPS = 2_000;

    /** By its name, or by the names on the way to it: {@code realm_access.roles}. */
    @Nullable Object find(String name) {
        if (values.containsKey(name)) return values.get(name);
        Object here = values;
        for (var step : name.split("\\.")) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here;
    }

    @Nullable String text(String name) {
        return find(name) instanceof String text && !text.isBlank() && text.length() <= LONGEST && text.indexOf('\0') < 0 ? text.strip() : null;
    }

    Set<String> texts(String name) {
        var found = new TreeSet<String>();
        if (find(name) instanceof String one) found.add(one);
        if (find(name) instanceof Collection<?> many) {
            many.stream().limit(MOST_GROUPS).filter(String.class::isInstance).map(String.class::cast).forEach(found::add);
        }
        return found;
    }

    /** Only where the provider says that it has been verified. */
    @Nullable String verifiedEmail() {
        var verified = find("email_verified");
        return Boolean.TRUE.equals(verified) || "true".equals(verified) ? text("email") : null;
    }
}
