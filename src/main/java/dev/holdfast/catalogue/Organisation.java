package dev.holdfast.catalogue;

import org.jspecify.annotations.Nullable;

/** The one organisation of an installation: here its name and its working hours. */
public record Organisation(String name, @Nullable String title, @Nullable WorkingHours workingHours) {}
