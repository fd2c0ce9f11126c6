package dev.holdfast.oncall;

import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The field {@code leaveCalendar} of a Person: where their own calendar of leave stands. Without it, what it said goes. */
@Component
class LeaveCalendarPart implements SpecPart<URI> {

    static final String KIND = "Person";
    static final String FIELD = "leaveCalendar";

    private final LeaveStore store;
    private final Clock clock;

    LeaveCalendarPart(LeaveStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of(FIELD);
    }

    @Override
    public @Nullable URI read(SpecReader spec) {
        return spec.address(FIELD);
    }

    @Override
    public void applied(AppliedDocument document) {
        var before = document.before();
        if (before == null || !before.spec().has(FIELD)) return;
        if (document.ended() || !document.spec().has(FIELD)) {
            store.withdrawRead(document.name(), clock.instant(), document.by());
        }
    }
}
