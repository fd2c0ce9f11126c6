package dev.holdfast.catalogue;

import org.jspecify.annotations.Nullable;

/** Services that belong together, with one sole budget holder. */
public record Domain(
        DomainName name,
        @Nullable String title,
        @Nullable String description,
        @Nullable Grouping grouping,
        @Nullable PersonName budgetHolder) {

    /** By what the services of a domain belong together. */
    public enum Grouping {
        CUSTOMER_JOURNEY,
        TECHNOLOGY_CAPABILITY,
        REGION,
        TOOL
    }

    /** The title, or the name where there is none. */
    public String shown() {
        return title == null ? name.value() : title;
    }
}
