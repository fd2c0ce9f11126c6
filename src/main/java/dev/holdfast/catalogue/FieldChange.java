package dev.holdfast.catalogue;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What one field was and will be; null where it was not, or will not be. */
public record FieldChange(String path, @Nullable JsonNode from, @Nullable JsonNode to) {}
