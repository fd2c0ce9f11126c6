package dev.holdfast.notification;

import java.time.Duration;

/** A rule with the contact that it uses, as sending needs it. */
record Rule(String person, String contact, By by, String masked, Duration after) {}
