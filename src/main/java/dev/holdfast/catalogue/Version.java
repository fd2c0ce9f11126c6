package dev.holdfast.catalogue;

import dev.holdfast.quantities.Period;

/** What a part made of one version of a document, and when that version is in force. */
public record Version<T>(Period inForce, T value) {}
