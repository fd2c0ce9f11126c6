package dev.holdfast.notification;

import java.time.Instant;
import java.util.Optional;

/** Filled by whoever sends messages: asked right before each attempt; empty when the reason is gone. */
public interface Briefings {

    /** Whether a delivery is theirs, of several who send messages. */
    default boolean concern(Delivery delivery) {
        return true;
    }

    Optional<Briefing> brief(Delivery delivery, Instant now);
}
