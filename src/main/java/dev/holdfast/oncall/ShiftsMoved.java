package dev.holdfast.oncall;

/** The shifts of a schedule may be others from now on; told in the transaction that changes them. */
public record ShiftsMoved(String schedule) {}
