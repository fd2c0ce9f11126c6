package dev.holdfast.catalogue;

/** How far a service has come. One that does not say is taken to be live, so that its alerts are heard. */
public enum Lifecycle {
    INCEPTION,
    BUILDING,
    LIVE,
    DECOMMISSIONED
}
