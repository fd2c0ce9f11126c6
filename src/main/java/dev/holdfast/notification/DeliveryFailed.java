package dev.holdfast.notification;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;

/** A delivery was given up; published in the transaction that records it. */
public record DeliveryFailed(
        String delivery, String type, String regarding, PersonName person, By by, String why, Instant at) {}
