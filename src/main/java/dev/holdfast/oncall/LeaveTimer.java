package dev.holdfast.oncall;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.calendars.Addresses;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks once a minute whose own calendar was not read for an hour, or never. */
@Component
class LeaveTimer {

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int AT_ONCE = 20;

    private final LeaveCalendars calendars;
    private final Addresses addresses;
    private final Documents documents;
    private final Clock clock;

    LeaveTimer(LeaveCalendars calendars, Addresses addresses, Documents documents, Clock clock) {
        this.calendars = calendars;
        this.addresses = addresses;
        this.documents = documents;
        this.clock = clock;
    }

    void look() {
        var known = calendars.addresses();
        addresses.due(known, EVERY, clock.instant()).stream().limit(AT_ONCE).forEach(subject -> read(
                new PersonName(subject.substring(subject.indexOf('/') + 1)), Objects.requireNonNull(known.get(subject))));
    }

    private void read(PersonName name, URI address) {
        var now = clock.instant();
        documents.at(now).person(name).ifPresent(person ->
                calendars.take(name, address, addresses.read(address, LeaveNews.bounds(person.zone(), now)), clock.instant()));
    }

    @Configuration(proxyBeanMethods = false)
    static class Firing {

        @Bean
        RecurringTask<Void> leaveCalendarReading(ObjectProvider<LeaveTimer> timer) {
            return Tasks.recurring("leave-calendars", FixedDelay.ofMinutes(1))
                    .execute((instance, context) -> timer.getObject().look());
        }
    }
}
