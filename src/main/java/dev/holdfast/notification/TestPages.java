package dev.holdfast.notification;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.TooMany;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pages that call nobody to anything: people try their contacts with them, at most one a minute. */
@Service
public class TestPages {

    /** From one test to the next. */
    public static final Duration PAUSE = Duration.ofMinutes(1);

    private final Notifications notifications;
    private final TestStore tests;
    private final DeliveryStore deliveries;
    private final TestLink links;
    private final Ledger ledger;
    private final Clock clock;

    TestPages(Notifications notifications, TestStore tests, DeliveryStore deliveries, TestLink links, Ledger ledger, Clock clock) {
        this.notifications = notifications;
        this.tests = tests;
        this.deliveries = deliveries;
        this.links = links;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * To each contact by its rule, as a page would go. Only a person themselves and administrators send one.
     *
     * @throws TooMany within a minute after the last
     */
    @Transactional
    public List<Delivery> send(PersonName person, Viewer by) {
        if (!by.isAdmin() && !person.value().equals(by.person())) {
            throw new Forbidden("Only %s and administrators send a test page to %s.".formatted(person, person));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!tests.begin(person.value(), by.by(), now, now.minus(PAUSE))) {
            throw new TooMany(PAUSE, "A test page went to %s within the last minute. Wait for what comes of it.".formatted(person));
        }
        ledger.record(by.by(), "test-page", "person/" + person, null, null);
        tests.tell(person.value());
        return notifications.send(TestPage.message(person), person, now);
    }

    /** What came of the last one. */
    public Optional<TestResult> last(PersonName person) {
        return tests.last(person.value()).map(row -> new TestResult(
                row.sentAt(), row.sentBy(), row.answeredAt(), deliveries.regarding(TestPage.regarding(person), row.sentAt())));
    }

    /** Whom a test's link is of and whether it is their last; empty where it was not made here. Changes nothing. */
    public Optional<Answer> open(String token) {
        return links.read(token).map(sent -> new Answer(sent.person(), tests.last(sent.person().value())
                .filter(row -> row.sentAt().equals(sent.at()))
                .map(TestStore.Row::answeredAt)
                .orElse(null), sent.at()));
    }

    /** The person was reached and says so. */
    @Transactional
    public Optional<Answer> answer(String token) {
        links.read(token).ifPresent(sent -> {
            tests.answered(sent.person().value(), sent.at(), clock.instant());
            tests.tell(sent.person().value());
        });
        return open(token);
    }

    /** A test's link as it stands; not answered yet where {@code answeredAt} is null. */
    public record Answer(PersonName person, @Nullable Instant answeredAt, Instant sentAt) {}

    @EventListener
    void settled(DeliverySettled settled) {
        if (settled.regarding().equals(TestPage.regarding(settled.person()))) tests.tell(settled.person().value());
    }
}
