package dev.holdfast.drill;

/** The first broken link of a chain: what it is, and what follows from it, as a sentence. */
public record Broken(Break what, String sentence) {}
