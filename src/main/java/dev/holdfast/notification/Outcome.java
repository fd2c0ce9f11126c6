package dev.holdfast.notification;

/** What came of an attempt. The details are shown on timelines: they never hold an address or a secret. */
public sealed interface Outcome {

    String detail();

    record Delivered(String detail) implements Outcome {}

    /** Hopeless: the same would fail again. */
    record Failed(String detail, boolean hopeless) implements Outcome {

        Failed(String detail) {
            this(detail, false);
        }
    }
}
