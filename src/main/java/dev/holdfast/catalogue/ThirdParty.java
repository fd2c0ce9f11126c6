package dev.holdfast.catalogue;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The card of somebody outside: how to reach them, how to raise an incident there, what they promise. */
public record ThirdParty(
        String name,
        @Nullable String title,
        @Nullable String contact,
        @Nullable String raise,
        @Nullable String promises,
        Map<String, Link> links) {}
