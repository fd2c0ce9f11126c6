package dev.holdfast.notification;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;

/** An attempt was made or a delivery ended; published in the transaction that records it. */
public record DeliverySettled(
        String delivery, String regarding, PersonName person, DeliveryState state, Instant at) {}
