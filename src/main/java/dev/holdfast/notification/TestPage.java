package dev.holdfast.notification;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.BaseUrl;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** A page that calls nobody to anything: people try their contacts with it. */
@Component
final class TestPage {

    private static final String TYPE = "test";

    private final BaseUrl baseUrl;
    private final TestLink links;

    TestPage(BaseUrl baseUrl, TestLink links) {
        this.baseUrl = baseUrl;
        this.links = links;
    }

    static Message message(PersonName person) {
        return new Message(TYPE, regarding(person), null, null, null, Set.of());
    }

    static String regarding(PersonName person) {
        return "test:" + person;
    }

    static boolean is(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    Briefing briefing(Delivery delivery) {
        return new Briefing(
                "Test page from Holdfast",
                "This is a test: Holdfast can reach " + delivery.person() + " this way. Nothing is wrong. Acknowledge it, so that it is known.",
                JsonNodeFactory.instance.objectNode(),
                baseUrl.of("/people/" + delivery.person()),
                links.address(new TestLink.Sent(delivery.person(), delivery.occurredAt())),
                false);
    }
}
