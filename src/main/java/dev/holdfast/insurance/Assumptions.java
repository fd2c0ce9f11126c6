package dev.holdfast.insurance;

import dev.holdfast.quantities.Money;

/**
 * What a simulation of any number of teams assumes.
 *
 * @param rate what one person's standby costs a week
 * @param operationsRate the same in operations
 */
public record Assumptions(Mix mix, int teamsPerDomain, Money rate, Money operationsRate) {}
