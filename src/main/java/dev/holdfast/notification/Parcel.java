package dev.holdfast.notification;

import org.jspecify.annotations.Nullable;

/** Everything that a channel needs for one attempt. */
record Parcel(String address, @Nullable String secret, Delivery delivery, Briefing briefing) {

    @Override
    public String toString() {
        return delivery.id() + " by " + delivery.by();
    }
}
