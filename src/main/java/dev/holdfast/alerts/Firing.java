package dev.holdfast.alerts;

/** How many alerts of a service are open: those that call somebody, and those in dry run. */
public record Firing(int open, int dryRun) {

    public static final Firing NONE = new Firing(0, 0);
}
