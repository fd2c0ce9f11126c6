package dev.holdfast.alerts;

import java.util.Comparator;

/** What makes two signals the same alert while it is open. In one order everywhere, so that locks never cross. */
public record AlertKey(IntegrationName integration, String dedupKey) implements Comparable<AlertKey> {

    private static final Comparator<AlertKey> ORDER =
            Comparator.comparing((AlertKey key) -> key.integration().value()).thenComparing(AlertKey::dedupKey);

    @Override
    public int compareTo(AlertKey other) {
        return ORDER.compare(this, other);
    }
}
