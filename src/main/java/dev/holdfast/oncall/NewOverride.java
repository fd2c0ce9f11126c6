package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An override that somebody asks for. */
public record NewOverride(Instant from, Instant to, PersonName person, @Nullable String note) {}
