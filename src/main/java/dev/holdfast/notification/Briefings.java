package dev.holdfast.notification;

import java.time.Instant;
import java.util.Optional;

/** Filled by whoever sends messages: asked right before each attempt; empty when the reason is gone. */
public interface Briefings {

    Optional<Briefing> brief(Delivery delivery, Instant now);
}
