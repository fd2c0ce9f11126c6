package dev.holdfast.catalogue;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The card of somebody outside: how to reach them, how to raise an incident there, what they promise. */
public record ThirdParty(
        String name,
        @Nullable String title,
        @Nullable String contact,
        @Nullable String raise,
        @Nullable String promises,
        @Nullable Terms terms,
        Map<String, Link> links) {

    /** What was agreed: how soon they respond and restore, what that costs, and what they give back where they do not. */
    public record Terms(
            @Nullable Duration respondWithin, @Nullable Duration restoreWithin, @Nullable String charge, @Nullable String credit) {}
}
