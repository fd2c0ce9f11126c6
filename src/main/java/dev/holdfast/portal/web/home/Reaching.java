package dev.holdfast.portal.web.home;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.notification.Contact;
import dev.holdfast.notification.Contacts;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.TestPages;
import dev.holdfast.notification.TestResult;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.groups.GroupWords;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a reader is reached, and what came of the last test. */
@Component
class Reaching {

    private final Contacts contacts;
    private final TestPages tests;

    Reaching(Contacts contacts, TestPages tests) {
        this.contacts = contacts;
        this.tests = tests;
    }

    HomePage.Reach of(PersonName person, ReaderTime time) {
        var ways = contacts.of(person);
        var last = tests.last(person);
        var reachable = ways.stream().anyMatch(Contact::reachable);
        var soon = last.filter(it -> it.sentAt().plus(TestPages.PAUSE).isAfter(time.now())).isPresent();
        return new HomePage.Reach(
                reachable ? new Status("Yes", Shape.CHECK, Tone.SAFE) : new Status("No", Shape.DIAMOND, Tone.LOSS), ways.stream().map(Reaching::line).toList(),
                last.map(it -> words(it, time)).orElse(reachable ? "No test was sent yet." : "No contact of yours would be used."),
                last.map(it -> it.deliveries().stream().map(delivery -> line(delivery, time)).toList()).orElse(List.of()), reachable && !soon);
    }

    private static Line line(Contact contact) {
        var status = contact.reachable() ? new Status("would be used", Shape.CHECK, Tone.SAFE) : new Status("is not used", Shape.RING, Tone.QUIET);
        return Line.of(status, GroupWords.way(contact.by()) + ", " + contact.to(), null, contact.reachable() ? after(contact.after()) : "not used");
    }

    private static String after(Duration after) {
        return after.isZero() ? "at once" : "after " + (after.toSeconds() % 60 == 0 ? after.toMinutes() + " min" : after.toSeconds() + " s");
    }

    static String words(TestResult test, ReaderTime time) {
        if (test.deliveries().isEmpty()) return "A test was asked for " + time.full(test.sentAt()) + ", and no contact could be used.";
        return test.answeredIn()
                .map(in -> "Last test answered on " + time.day(test.sentAt()) + " in " + (in.toMinutes() < 2 ? Math.max(1, in.toSeconds()) + " s" : Figures.words(in)) + ".")
                .orElseGet(() -> "Last test sent " + time.moment(test.sentAt()) + ", not answered yet.");
    }

    private static Line line(Delivery delivery, ReaderTime time) {
        var what = GroupWords.way(delivery.by()) + ", " + delivery.to();
        return switch (delivery.state()) {
            case DELIVERED -> Line.of(new Status("delivered", Shape.CHECK, Tone.SAFE), what, null, "delivered");
            case FAILED -> Line.of(new Status("failed", Shape.DIAMOND, Tone.LOSS), what, null, "failed: " + why(delivery));
            case NOT_SENT -> Line.of(new Status("not sent", Shape.RING, Tone.QUIET), what, null, "not sent: " + why(delivery));
            case WAITING -> Line.of(new Status("waiting", Shape.HALF, Tone.ACCENT), what, null, delivery.attempts().isEmpty()
                    ? "due " + time.exact(delivery.due()) : "tried " + delivery.attempts().size() + " times: " + detail(delivery));
        };
    }

    private static String why(Delivery delivery) {
        return delivery.why() == null ? "no reason is known" : delivery.why();
    }

    private static String detail(Delivery delivery) {
        var detail = delivery.attempts().getLast().detail();
        return detail == null ? "being sent" : detail;
    }
}
