package dev.holdfast.changes;

import dev.holdfast.catalogue.Documents;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The policy of changes in force. */
@Component
class ChangePolicies {

    private final Documents documents;
    private final ChangePolicyPart part;
    private final Clock clock;

    ChangePolicies(Documents documents, ChangePolicyPart part, Clock clock) {
        this.documents = documents;
        this.part = part;
        this.clock = clock;
    }

    ChangePolicy now() {
        return documents.at(clock.instant()).parts(part).values().stream().findFirst().orElse(ChangePolicy.DEFAULT);
    }
}
