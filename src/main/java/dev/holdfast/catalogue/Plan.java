package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What applying a file would do: nothing of it where there is a fault. */
record Plan(List<Step> changed, int unchanged, List<Fault> faults, List<Fault> warnings, CatalogueView proposed) {

    /** One document that is new or differs. */
    record Step(
            Draft draft,
            Reading reading,
            @Nullable Document before,
            Instant effectiveFrom,
            List<FieldChange> fields) {

        Change change() {
            return new Change(
                    draft.kind(),
                    draft.name(),
                    before == null ? Change.Action.CREATE : Change.Action.UPDATE,
                    fields);
        }
    }

    int created() {
        return (int) changed.stream().filter(step -> step.before() == null).count();
    }
}
