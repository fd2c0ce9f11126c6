package dev.holdfast.catalogue;

/** What a team is for. */
public enum TeamKind {
    PRODUCT,
    APPLICATION_SUPPORT,
    OPERATIONS_BRIDGE,
    HELP_DESK,
    DELIVERY,
    INCIDENT_MANAGEMENT,
    CHANGE_MANAGEMENT,
    PROBLEM_MANAGEMENT,
    DBA,
    NETWORK,
    SECURITY,
    PLATFORM,
    ENABLER
}
