package dev.holdfast.paging;

/** When a callout may be made: at any hour, or held out of hours until the next working start. */
public enum Urgency {
    ALWAYS,
    WORKING_HOURS
}
