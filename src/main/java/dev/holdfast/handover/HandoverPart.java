package dev.holdfast.handover;

import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.oncall.ShiftsMoved;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears that a schedule changes; it has no field of its own. */
@Component
class HandoverPart implements SpecPart<Boolean> {

    static final String SCHEDULE = "Schedule";

    private final HandoverTimers timers;
    private final Clock clock;

    HandoverPart(HandoverTimers timers, Clock clock) {
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return SCHEDULE;
    }

    @Override
    public Set<String> fields() {
        return Set.of();
    }

    @Override
    public @Nullable Boolean read(SpecReader spec) {
        return null;
    }

    @Override
    public void applied(AppliedDocument document) {
        timers.look(List.of(document.name()), clock.instant());
    }

    @EventListener
    void on(ShiftsMoved moved) {
        timers.look(List.of(moved.schedule()), clock.instant());
    }
}
