package dev.holdfast.http;

/** In the place of a value that cannot be computed: never 0, never left out. */
public record NotApplicable(String notApplicable) {}
