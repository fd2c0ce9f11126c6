package dev.holdfast.notification;

import dev.holdfast.catalogue.PersonName;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;

/** Pages that call nobody to anything: people try their contacts with them. */
@Service
public class TestPages {

    private final Notifications notifications;
    private final Clock clock;

    TestPages(Notifications notifications, Clock clock) {
        this.notifications = notifications;
        this.clock = clock;
    }

    /** To each contact at once by its rule; {@code Notifications.regarding} tells later what came of it. */
    public List<Delivery> send(PersonName person) {
        return notifications.send(TestPage.message(person), person, clock.instant());
    }
}
