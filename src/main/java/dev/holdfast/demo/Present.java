package dev.holdfast.demo;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.incidents.Actor;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.IncidentId;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.oncall.Coverage;
import dev.holdfast.timers.Timers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** What goes on while somebody looks: a major incident that is being answered, and a small one four times a day. */
@Component
class Present {

    private static final TaskDescriptor<Void> STEP = TaskDescriptor.of("demo-step", Void.class);
    private static final Duration ALREADY_LOST = Duration.ofSeconds(12 * 60 + 25);

    private final Incidents incidents;
    private final Coverage coverage;
    private final Timers timers;
    private final Clock clock;

    Present(Incidents incidents, Coverage coverage, Timers timers, Clock clock) {
        this.incidents = incidents;
        this.coverage = coverage;
        this.timers = timers;
        this.clock = clock;
    }

    /** The search of Bedroom fails, and its people begin to answer. */
    void begin(Instant now) {
        incidents.take(List.of(Telemetry.BEDROOM.trigger(now, now.minus(ALREADY_LOST))));
        after(now, 20, "answer");
        after(now, 45, "note");
        after(now, 70, "help");
    }

    void step(String id) {
        var name = id.substring(0, id.indexOf('@'));
        switch (name) {
            case "answer" -> onBedroom((number, who) -> incidents.acknowledge(number, who, null));
            case "note" -> onBedroom((number, who) ->
                    incidents.note(number, who, "Every search of a bed answers with an error since the release. Backing it out."));
            case "help" -> onBedroom((number, who) -> incidents.join(number, who, new PersonName("dan")));
            case "quiet" -> incidents.take(List.of(Telemetry.at(instant(id)).resolve(clock.instant())));
            default -> small(instant(id));
        }
    }

    /** Four times a day something small goes wrong, and is over by itself a while later. */
    void live() {
        var now = clock.instant();
        incidents.take(List.of(Telemetry.at(now).trigger(now, null)));
        timers.schedule(STEP.instance("small@" + now).build(), now.plus(Duration.ofMinutes(4)));
        timers.schedule(STEP.instance("quiet@" + now).build(), now.plus(Duration.ofMinutes(26)));
    }

    private void small(Instant since) {
        var service = Telemetry.at(since).serviceName();
        open(service).forEach(id -> answering(service).forEach(person -> incidents.acknowledge(id, Actor.person(person), null)));
    }

    private void onBedroom(Act act) {
        var service = Telemetry.BEDROOM.serviceName();
        open(service).forEach(id -> answering(service).forEach(person -> act.on(id, Actor.person(person))));
    }

    private List<IncidentId> open(ServiceName service) {
        return incidents.list(IncidentFilter.open(), null, 50).stream()
                .map(Picture::incident)
                .filter(incident -> incident.service().equals(service))
                .map(Incident::id)
                .toList();
    }

    /** Whoever is called first; nobody while the callout waits for the morning. */
    private List<PersonName> answering(ServiceName service) {
        return coverage.of(service, clock.instant()).people().stream().limit(1).toList();
    }

    private void after(Instant now, long seconds, String step) {
        timers.schedule(STEP.instance(step + "@" + now).build(), now.plusSeconds(seconds));
    }

    private static Instant instant(String id) {
        return Instant.parse(id.substring(id.indexOf('@') + 1));
    }

    private interface Act {
        void on(IncidentId incident, Actor who);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty("holdfast.demo")
    static class Firing {

        private static final Duration AGAIN = Duration.ofMinutes(1);
        private static final Daily SOMETIMES = new Daily(ZoneOffset.UTC, LocalTime.of(6, 40), LocalTime.of(11, 40), LocalTime.of(15, 40), LocalTime.of(20, 40));

        @Bean
        Task<Void> demoStep(ObjectProvider<Present> present) {
            return Tasks.oneTime(STEP)
                    .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                    .execute((timer, context) -> present.getObject().step(timer.getId()));
        }

        @Bean
        RecurringTask<Void> demoLife(ObjectProvider<Present> present) {
            return Tasks.recurring("demo-life", SOMETIMES).execute((timer, context) -> present.getObject().live());
        }
    }
}
