package dev.holdfast.operatingmodel;

import java.util.Locale;

/** Who answers for a service at an hour: nobody, a domain's rota, the team's own, or operations. */
public enum OnCallLevel {
    NONE,
    DOMAIN,
    TEAM,
    OPERATIONS;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
