package dev.holdfast.http;

/** More was sent than this door takes. */
public final class TooLarge extends Refusal {

    public TooLarge(int mostBytes) {
        super(413, "At most " + mostBytes + " bytes are taken here.");
    }
}
