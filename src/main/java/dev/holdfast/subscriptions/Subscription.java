package dev.holdfast.subscriptions;

import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody is told.
 *
 * @param scope {@code organisation}, {@code domain:x}, {@code team:x} or {@code service:x}
 * @param address of mail, or of the web
 * @param secret with which a webhook is signed
 * @param digestAt when what gathered is told, by the clock of the organisation; null: at once
 * @param confirmedAt when whoever reads the address said so; nothing is told before
 */
public record Subscription(
        UUID id, String scope, Told told, Way way, String address, @Nullable String secret, @Nullable LocalTime digestAt,
        @Nullable Instant confirmedAt, String madeBy, Instant madeAt) {

    public boolean isConfirmed() {
        return confirmedAt != null;
    }

    /** Without what would let others use it: the address of a chat is its secret. */
    public String shownAddress() {
        if (way == Way.EMAIL) return address;
        var uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getHost() + "/\u2026";
    }

    Subscription confirmed(Instant at) {
        return new Subscription(id, scope, told, way, address, secret, digestAt, at, madeBy, madeAt);
    }

    /** Without the address and the secret. */
    @Override
    public String toString() {
        return "subscription " + id;
    }
}
