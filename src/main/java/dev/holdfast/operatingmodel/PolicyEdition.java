package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.Document;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of the policy with who made it, when, and why where they said so. */
public record PolicyEdition(PolicyVersion version, String by, Instant recordedAt, @Nullable String reason) {

    /** The annotation of the Organisation document that keeps the reason. */
    static final String REASON = "holdfast.dev/reason";

    static PolicyEdition of(Document document) {
        var reason = document.metadata().path("annotations").path(REASON);
        return new PolicyEdition(
                PolicyVersion.of(document),
                document.recordedBy(),
                document.recordedAt(),
                reason.isString() ? reason.stringValue() : null);
    }
}
