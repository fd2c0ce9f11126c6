package dev.holdfast.incidents;

import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A line of the timeline as everybody reads it, wherever it is kept. */
public record TimelineEntry(
        String id, Instant at, String kind, String by, String text, Map<String, Object> data, List<Because> explain) {}
