package dev.holdfast.packs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a pack: every figure and time written out, since nothing can be asked for later. */
public record PackSheet(
        String title,
        String organisation,
        String madeAt,
        String lookElsewhere,
        String zone,
        String fingerprint,
        List<Party> managers,
        List<ServiceCard> services,
        List<Card> thirdParties) {

    /** Somebody to call. */
    public record Party(String name, String role, @Nullable String phone) {}

    public record ServiceCard(
            String name, String title, String description, String owner, @Nullable Party lead, String atRisk, String restore,
            List<Turn> turns, List<Party> fallback, List<Place> links, List<Need> needs) {}

    /** Who answers from one time to another. */
    public record Turn(String when, String words, List<Party> people) {}

    /** Where something stands; without an address that may be opened it is only text. */
    public record Place(String name, String address, boolean opens) {}

    public record Need(String name, String how) {}

    /** Of somebody outside. */
    public record Card(String name, String contact, String raise, String promises, List<Place> links) {}
}
