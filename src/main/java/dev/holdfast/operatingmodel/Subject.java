package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.ServiceKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is selected for: what was said of a service, what it is, and until when that is known to stand. */
record Subject(Assessment assessment, @Nullable ServiceKind kind, @Nullable Instant until) {}
