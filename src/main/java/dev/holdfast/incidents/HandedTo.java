package dev.holdfast.incidents;

import dev.holdfast.catalogue.Tier;
import dev.holdfast.http.Unprocessable;
import java.util.List;

/** The tiers to which an incident is handed over: those that stand behind the first. */
public final class HandedTo {

    public static final List<Tier> TIERS = List.of(Tier.L2, Tier.L3);

    private HandedTo() {}

    public static Tier read(String text) {
        return TIERS.stream()
                .filter(tier -> tier.name().equals(text))
                .findFirst()
                .orElseThrow(() -> Unprocessable.of("tier", "UNKNOWN_VALUE", "It is handed over to L2 or to L3."));
    }
}
