package dev.holdfast.subscriptions.web;

import dev.holdfast.subscriptions.Subscription;
import org.jspecify.annotations.Nullable;

/** What the address in a message shows; {@code path} is that of the buttons, null where there is nothing to press. */
public record ReaderPage(String heading, String words, boolean unconfirmed, @Nullable String path) {

    static ReaderPage of(Subscription subscription, String path) {
        return subscription.isConfirmed()
                ? new ReaderPage("You hear from Holdfast", hears(subscription) + ".", false, path)
                : new ReaderPage(
                        "Do you want to hear from Holdfast?",
                        subscription.madeBy() + " entered this address. " + hears(subscription) + ", once you confirm it.", true, path);
    }

    static ReaderPage confirmed(Subscription subscription) {
        return new ReaderPage("Confirmed", hears(subscription) + " from now on. Every message says how to end it.", false, null);
    }

    static ReaderPage ended(Subscription subscription) {
        return new ReaderPage("Ended", subscription.shownAddress() + " hears no more of it.", false, null);
    }

    static ReaderPage unknown() {
        return new ReaderPage("Nothing here", "The subscription was ended, or the address is not whole. Nothing is sent by it.", false, null);
    }

    private static String hears(Subscription subscription) {
        var what = switch (subscription.told()) {
            case DEPLOYMENTS -> "every deployment to production";
            case UNAPPROVED -> "deployments to production that nobody allowed";
            case WAITING -> "changes that wait for a decision";
        };
        return "%s hears of %s (%s)%s".formatted(
                subscription.shownAddress(), what, subscription.scope(), subscription.digestAt() == null ? "" : ", once a day at " + subscription.digestAt());
    }
}
