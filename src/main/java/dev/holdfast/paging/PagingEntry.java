package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a callout did, for the timeline. {@code id} sorts in the order in which things happened. */
public record PagingEntry(
        String id,
        SubjectId subject,
        Instant at,
        String kind,
        @Nullable PersonName person,
        @Nullable Integer step,
        @Nullable Integer round,
        @Nullable String schedule,
        String text,
        Map<String, Object> data,
        List<Because> explain) {}
