package dev.holdfast.operatingmodel;

/** Policies for tests of other modules. */
public final class SomePolicies {

    private SomePolicies() {}

    /** The furniture retailer's. */
    public static Policy example() {
        return Policy.DEFAULT;
    }
}
