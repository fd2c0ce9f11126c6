package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A callout that is held: what it is about, since when and until when, who will be called, and the loss so far. */
public record Suppressed(
        SubjectId incident,
        @Nullable String number,
        @Nullable String summary,
        ServiceName service,
        Instant since,
        Instant until,
        List<PersonName> people,
        @Nullable Money loss) {}
