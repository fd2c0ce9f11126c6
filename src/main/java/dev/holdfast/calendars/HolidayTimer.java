package dev.holdfast.calendars;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.HolidayCalendar;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Looks once a minute which holiday calendar was not read for a day, or never, and what waited long enough. */
@Component
class HolidayTimer {

    private static final Duration EVERY = Duration.ofDays(1);
    private static final int AT_ONCE = 10;

    private final HolidayCalendars calendars;
    private final Addresses addresses;
    private final Documents documents;
    private final Clock clock;

    HolidayTimer(HolidayCalendars calendars, Addresses addresses, Documents documents, Clock clock) {
        this.calendars = calendars;
        this.addresses = addresses;
        this.documents = documents;
        this.clock = clock;
    }

    void look() {
        calendars.countDue(clock.instant());
        var known = known();
        addresses.due(known, EVERY, clock.instant()).stream()
                .limit(AT_ONCE)
                .forEach(subject -> read(subject.substring(HolidayCalendars.subject("").length()), Objects.requireNonNull(known.get(subject))));
    }

    private void read(String calendar, URI address) {
        var said = addresses.read(address, HolidayNews.bounds(clock.instant()));
        calendars.take(calendar, address, said, clock.instant());
    }

    private Map<String, URI> known() {
        var known = new LinkedHashMap<String, URI>();
        for (HolidayCalendar calendar : documents.at(clock.instant()).holidayCalendars()) {
            if (calendar.from() != null) known.put(HolidayCalendars.subject(calendar.name()), calendar.from());
        }
        return known;
    }

    @Configuration(proxyBeanMethods = false)
    static class Firing {

        @Bean
        RecurringTask<Void> holidayCalendarReading(ObjectProvider<HolidayTimer> timer) {
            return Tasks.recurring("holiday-calendars", FixedDelay.ofMinutes(1))
                    .execute((instance, context) -> timer.getObject().look());
        }
    }
}
