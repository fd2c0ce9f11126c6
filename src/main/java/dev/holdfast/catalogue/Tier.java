package dev.holdfast.catalogue;

/** A tier of central operations. */
public enum Tier implements Spelled {
    L1,
    L2,
    L3;

    @Override
    public String spelling() {
        return name();
    }
}
