package dev.holdfast.oncall;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.notification.Briefing;
import dev.holdfast.notification.Briefings;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.Message;
import dev.holdfast.notification.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Looks once a minute which shadow turns have begun: each is written down, and its person told once, without noise. */
@Component
class ShadowTelling implements Briefings {

    private static final String TYPE = "shadow-turn";
    private static final Duration LATELY = Duration.ofDays(100);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm, EEE d MMM", Locale.UK);

    private final Shadows shadows;
    private final ShadowStore store;
    private final Notifications notifications;
    private final Documents documents;
    private final BaseUrl baseUrl;
    private final Clock clock;

    ShadowTelling(Shadows shadows, ShadowStore store, Notifications notifications, Documents documents, BaseUrl baseUrl, Clock clock) {
        this.shadows = shadows;
        this.store = store;
        this.notifications = notifications;
        this.documents = documents;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    @Transactional
    void look() {
        var now = clock.instant();
        var turns = shadows.turns(now.minus(LATELY), now, shadow -> true);
        if (turns.isEmpty()) return;
        var known = store.of(turns.stream().map(ShadowTurn::person).distinct().toList());
        var news = Shadowing.News.of(turns, known, now);
        news.moved().forEach(store::move);
        news.begun().forEach(turn -> begin(turn, now));
    }

    /** What was over before anybody looked is not told any more. */
    private void begin(ShadowTurn turn, Instant now) {
        var goesOn = turn.to().isAfter(now);
        if (store.add(turn, goesOn ? now : null) && goesOn) {
            notifications.send(new Message(TYPE, regarding(turn), null, null, turn.schedule(), Set.of()), turn.person(), now);
        }
    }

    @Override
    public boolean concern(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        var said = List.of(delivery.regarding().substring(TYPE.length() + 1).split("/", -1));
        return store.find(said.get(0), delivery.person(), new PersonName(said.get(1)), Instant.parse(said.get(2)))
                .filter(turn -> turn.to().isAfter(now))
                .map(turn -> briefing(turn, documents.at(now)));
    }

    private Briefing briefing(ShadowTurn turn, CatalogueView view) {
        var zone = view.person(turn.person()).map(Person::zone).orElse(ZoneOffset.UTC);
        var with = view.person(turn.with()).map(Person::shown).orElse(turn.with().value());
        var schedule = view.document(SchedulePart.KIND, turn.schedule()).map(document -> document.title()).orElse(turn.schedule());
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("shadow")
                .put("schedule", turn.schedule())
                .put("with", turn.with().value())
                .put("from", turn.from().toString())
                .put("to", turn.to().toString());
        return new Briefing(
                "You go along beside " + with,
                "%s is on call by %s until %s (%s), and you go along to learn. When %s is called you are told quietly. You are never called, and nobody waits for you."
                        .formatted(with, schedule, MOMENT.format(turn.to().atZone(zone)), zone.getId(), with),
                body, baseUrl.of("/people/" + turn.person()), null, false);
    }

    private static String regarding(ShadowTurn turn) {
        return TYPE + ":" + turn.schedule() + "/" + turn.with() + "/" + turn.from();
    }

    @Configuration(proxyBeanMethods = false)
    static class Firing {

        @Bean
        RecurringTask<Void> shadowTurns(ObjectProvider<ShadowTelling> telling) {
            return Tasks.recurring("shadow-turns", FixedDelay.ofMinutes(1)).execute((instance, context) -> telling.getObject().look());
        }
    }
}
