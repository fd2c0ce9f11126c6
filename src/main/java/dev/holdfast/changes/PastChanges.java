package dev.holdfast.changes;

import dev.holdfast.http.Conflict;
import dev.holdfast.ledger.Ledger;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door for changes that were decided elsewhere or before: recorded as they stand, whatever is told of them. */
@Service
public class PastChanges {

    private final ChangeStore store;
    private final ReleaseStore releases;
    private final TemplateStore templates;
    private final Ledger ledger;

    PastChanges(ChangeStore store, ReleaseStore releases, TemplateStore templates, Ledger ledger) {
        this.store = store;
        this.releases = releases;
        this.templates = templates;
        this.ledger = ledger;
    }

    /** In the caller's transaction. Throws {@link Conflict} where one for that version is open. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Change record(PastChange past, String by) {
        var revision = templates.of(List.of(past.service().value())).stream()
                .filter(template -> template.name().equals(past.template()))
                .findFirst()
                .map(Standing::agreedRevision)
                .orElse(null);
        var change = past.change(revision);
        if (!store.add(change)) throw new Conflict("STATE", "A change for %s %s is open.".formatted(past.service(), past.version()));
        var made = store.find(change.id().toString()).orElseThrow();
        if (past.deployment() != null) releases.went(Map.of(new ReleaseStore.Ref(past.service(), past.deployment()), made));
        ledger.record(by, "record-change", Changes.subject(made), null, Map.of(
                "service", made.service().value(), "version", made.version(), "kind", made.kind().word(), "state", made.state().word()));
        return made;
    }
}
