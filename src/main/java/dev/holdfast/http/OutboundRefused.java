package dev.holdfast.http;

/** An address that somebody entered leads to where Holdfast does not call. */
public final class OutboundRefused extends RuntimeException {

    OutboundRefused(String message) {
        super(message);
    }
}
