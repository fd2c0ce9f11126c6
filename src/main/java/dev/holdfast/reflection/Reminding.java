package dev.holdfast.reflection;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.notification.Briefing;
import dev.holdfast.notification.Briefings;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.Message;
import dev.holdfast.notification.Notifications;
import dev.holdfast.operatingmodel.Policies;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reminds the head of product, or the administrators where nobody is named, that a reflection falls due: in working hours,
 * a week ahead, on the day, and once for each week that it is overdue. A reminder that was held up says nothing any more
 * once the reflection is held.
 */
@Component
class Reminding implements Briefings {

    static final String TYPE = "reflection";

    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);

    private final Reflections reflections;
    private final ReflectionStore store;
    private final Documents documents;
    private final Policies policies;
    private final Notifications notifications;
    private final BaseUrl baseUrl;

    Reminding(
            Reflections reflections,
            ReflectionStore store,
            Documents documents,
            Policies policies,
            Notifications notifications,
            BaseUrl baseUrl) {
        this.reflections = reflections;
        this.store = store;
        this.documents = documents;
        this.policies = policies;
        this.notifications = notifications;
        this.baseUrl = baseUrl;
    }

    /** In one transaction: either it is noted that the reminder went out and it does, or neither. */
    void remind(Instant now) {
        var calendar = documents.at(now).calendar();
        var due = new Due(reflections.deadline().on());
        if (!calendar.isWorking(now)) return;
        due.reminder(now.atZone(calendar.zone()).toLocalDate())
                .filter(reason -> store.remind(reason, now))
                .ifPresent(reason -> notifications.send(
                        new Message(TYPE, TYPE + ":" + Objects.requireNonNull(due.on()), null, null, null, Set.of(), PATIENCE), deciders(now), now));
    }

    @Override
    public boolean concern(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        var deadline = reflections.deadline();
        var on = deadline.on();
        if (on == null || !delivery.regarding().equals(TYPE + ":" + on)) return Optional.empty();
        var found = reflections.now();
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("reflection").put("due", on.toString()).put("proposals", found.proposals().size());
        return Optional.of(new Briefing(
                (deadline.overdue() ? "The reflection was due on " : "The reflection is due on ") + DAY.format(on),
                text(found), body, baseUrl.of("/reflection"), null, false));
    }

    private static String text(Reflection found) {
        var moves = found.bandMoves();
        var suggestion = moves == 0
                ? "Nothing suggests that a band should move."
                : "What was lost since the last one suggests " + (moves == 1 ? "one move" : moves + " moves") + " of the bands.";
        return suggestion + " Until it is held, targets and on-call levels stay as they were agreed.";
    }

    private List<PersonName> deciders(Instant now) {
        var head = policies.at(now).heads().product();
        var view = documents.at(now);
        var people = Stream.ofNullable(head).map(PersonName::new).filter(it -> view.person(it).isPresent()).toList();
        return people.isEmpty() ? view.administrators() : people;
    }

    @Configuration(proxyBeanMethods = false)
    static class Firing {

        private static final Duration LOOKED = Duration.ofMinutes(30);

        @Bean
        RecurringTask<Void> reflectionReminder(ObjectProvider<Reminding> reminding, TransactionTemplate transaction, Clock clock) {
            return Tasks.recurring("reflection-reminder", FixedDelay.of(LOOKED))
                    .execute((timer, context) ->
                            transaction.executeWithoutResult(status -> reminding.getObject().remind(clock.instant())));
        }
    }
}
