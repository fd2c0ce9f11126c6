package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.http.Conflict;
import dev.holdfast.notification.Notifications;
import dev.holdfast.oncall.Covering;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The tiers of operations between which a callout is handed over; the timed steps between them are {@link Steps}'. */
@Component
public class Tiers {

    private final CalloutStore store;
    private final Situations situations;
    private final Notifications notifications;
    private final Steps steps;
    private final StepTimers timers;

    Tiers(CalloutStore store, Situations situations, Notifications notifications, Steps steps, StepTimers timers) {
        this.store = store;
        this.situations = situations;
        this.notifications = notifications;
        this.steps = steps;
        this.timers = timers;
    }

    /** Those that answer for a service at an instant, in the order in which they are called; none but for operations. */
    @Transactional(readOnly = true)
    public List<Covering.TierCover> of(ServiceName service, Instant at) {
        return situations.at(at).of(service).covering().tiers();
    }

    /**
     * Calls a tier's people now, whoever was called before, and goes on from there; the caller has the transaction, and
     * the subject waits for an answer again.
     *
     * @throws Conflict where the service has no tiers, or nobody is in that one now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void handOver(SubjectId subject, ServiceName service, Tier tier, Instant now) {
        var lines = Lines.of(situations.at(now).of(service).covering());
        var step = lines.stepOf(tier);
        if (step == 0) {
            throw new Conflict("STATE", "Nobody is in tier %s of %s now, so there is nobody to hand over to.".formatted(tier, service));
        }
        var before = store.lock(subject);
        before.ifPresent(timers::cancel);
        notifications.withdraw(subject.value(), "it was handed over to " + tier, now);
        var tick = before.map(Callout::tick).orElse(0) + 1;
        var called = before.map(Callout::called).orElse(Set.of()).stream()
                .filter(person -> !lines.fixed().get(step - 1).people().contains(person))
                .collect(Collectors.<PersonName>toSet());
        var callout = Callout.begun(new Begin(subject, service, Urgency.ALWAYS), tick, now);
        steps.take(List.of(callout.from(new Progress(1, step - 1, called))), now);
    }
}
