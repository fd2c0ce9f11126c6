package dev.holdfast.notification;

import java.time.Duration;

/** One line of {@code Person.spec.notify}: by what, and how long after the beginning of a step. */
record NotifyRule(int index, Duration after, By by, String address) {

    String secretPath() {
        return "spec.notify[" + index + "]." + (by == By.NTFY ? "token" : "secret");
    }
}
