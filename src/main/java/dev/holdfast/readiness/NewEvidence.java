package dev.holdfast.readiness;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Evidence as somebody wants to write it down. */
public record NewEvidence(String text, @Nullable URI url, @Nullable Duration validFor) {}
