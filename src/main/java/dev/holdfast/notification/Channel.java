package dev.holdfast.notification;

/** One way of reaching people. What goes wrong on the other side is an outcome, never an exception. */
sealed interface Channel permits WebhookChannel, NtfyChannel, EmailChannel {

    By by();

    /** Whether this installation is set up for it. */
    boolean isUsable();

    Outcome deliver(Parcel parcel);
}
