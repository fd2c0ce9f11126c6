package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.Document;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One version of the policy in the words of its document. */
public record PolicyVersion(
        int version, @Nullable Instant effectiveFrom, @Nullable Instant effectiveTo, ObjectNode spec) {

    static PolicyVersion of(Document document) {
        return new PolicyVersion(
                document.version(), document.effectiveFrom(), document.inForce().to(), document.spec());
    }

    static PolicyVersion example() {
        return new PolicyVersion(0, null, null, PolicyDocuments.example());
    }
}
