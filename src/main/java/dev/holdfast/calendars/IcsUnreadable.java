package dev.holdfast.calendars;

/** What somebody gave as a calendar is none, or one that would take too long; the message says so to people. */
public final class IcsUnreadable extends RuntimeException {

    IcsUnreadable(String message) {
        super(message);
    }
}
