package dev.holdfast.notification;

import java.time.Duration;

/** A delivery that is new, the contact that it goes to, and for how long a failing one is tried again. */
record Posted(Delivery delivery, String contact, Duration patience) {}
