package dev.holdfast.changes.web;

import dev.holdfast.changes.Change;
import dev.holdfast.changes.Changes;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The change beside an answer of the gate, as it stands now. */
@Component
class ChangeViews {

    private final Changes changes;
    private final Clock clock;

    ChangeViews(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
    }

    @Nullable ChangeView of(@Nullable Change change) {
        if (change == null) return null;
        var now = clock.instant();
        var weighed = changes.weighed(change.at(now));
        return ChangeView.of(weighed.change(), weighed.risk(), weighed.conflicts(), now);
    }
}
