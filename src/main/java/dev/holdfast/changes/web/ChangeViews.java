package dev.holdfast.changes.web;

import dev.holdfast.changes.Change;
import dev.holdfast.changes.Changes;
import dev.holdfast.changes.GateAnswer;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes as the API gives them, as they stand now. */
@Component
class ChangeViews {

    private final Changes changes;
    private final Clock clock;

    ChangeViews(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    /** Null where it answered without one. */
    @Nullable ChangeView beside(GateAnswer answer) {
        return answer.change() == null ? null : of(answer.change());
    }

    ChangeView of(Change change) {
        return of(List.of(change)).getFirst();
    }

    List<ChangeView> of(List<Change> several) {
        var now = clock.instant();
        return changes.weighed(several.stream().map(change -> change.at(now)).toList()).stream().map(weighed -> ChangeView.of(weighed, now)).toList();
    }
}
