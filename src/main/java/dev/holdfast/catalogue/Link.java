package dev.holdfast.catalogue;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where something about a service stands, and when somebody last looked whether it is still right. */
public record Link(URI url, @Nullable LocalDate checked) {}
