package dev.holdfast.catalogue;

/** How a dependency is met: hard, or softened so that the failure of the other does not spread. */
public enum Softening {
    HARD,
    QUEUE,
    BULKHEAD,
    CIRCUIT_BREAKER,
    CACHE,
    RATE_LIMITER
}
