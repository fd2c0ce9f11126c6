package dev.holdfast.demo;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.BaseUrl;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells the retailer's story once, at the first start of an installation that describes no organisation yet. */
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
class Demo {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final Documents documents;
    private final Story story;
    private final Visitors visitors;
    private final Environment environment;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Demo(Documents documents, Story story, Visitors visitors, Environment environment, BaseUrl baseUrl, Clock clock) {
        this.documents = documents;
        this.story = story;
        this.visitors = visitors;
        this.environment = environment;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Before the first start asks for an administrator: here there are people who can sign in. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void begin() {
        var organisation = documents.at(clock.instant()).organisation();
        if (organisation.isPresent()) {
            if (organisation.get().name().equals(Retailer.NAME)) {
                LOG.info("The demo is at {}, with the password of its first start. Who lost that begins anew in another HOLDFAST_DATA.",
                        baseUrl.of("/"));
            } else {
                LOG.warn("HOLDFAST_DEMO is ignored: this installation describes {}. Give the demo a HOLDFAST_DATA of its own.",
                        organisation.get().name());
            }
            return;
        }
        LOG.info("Telling the demo's story: fifteen services and a year of incidents. This takes some seconds");
        story.tell("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + Phones.PATH);
        var password = visitors.welcome();
        LOG.info("The demo is ready at {}. Sign in as {} with the password {}, which is said this once. What rings is at {}",
                baseUrl.of("/"), String.join(", ", Visitors.NAMES), password, baseUrl.of("/demo/phones/" + Visitors.NAMES.getFirst()));
    }
}
