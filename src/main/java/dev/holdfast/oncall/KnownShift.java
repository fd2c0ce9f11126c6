package dev.holdfast.oncall;

/** A whole shift, and an id by which it is the same one when its times move: its layer, turn and window, or its override. */
public record KnownShift(String id, Shift shift) {}
