package dev.holdfast.fairness;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.notification.Briefing;
import dev.holdfast.notification.Briefings;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.Message;
import dev.holdfast.notification.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells the lead of a team, once, whose rest is too short before they next work: when the lead works, and not after that start. */
@Component
class RestTold implements Briefings {

    static final String TYPE = "rest";

    private static final Duration AHEAD = Duration.ofHours(36);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);

    private final Rests rests;
    private final RestStore store;
    private final Documents documents;
    private final Notifications notifications;
    private final BaseUrl baseUrl;
    private final Clock clock;

    RestTold(Rests rests, RestStore store, Documents documents, Notifications notifications, BaseUrl baseUrl, Clock clock) {
        this.rests = rests;
        this.store = store;
        this.documents = documents;
        this.notifications = notifications;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    @Transactional
    public void look() {
        var now = clock.instant();
        var view = documents.at(now);
        rests.between(now, now.plus(AHEAD), null).stream()
                .filter(rest -> store.tell(rest.person(), rest.nextStart(), now))
                .forEach(rest -> tell(view, rest, now));
    }

    private void tell(CatalogueView view, Rest rest, Instant now) {
        var message = new Message(TYPE, TYPE + ":" + rest.person() + ":" + rest.nextStart().getEpochSecond(), null, null, null, Set.of(), PATIENCE);
        leads(view, rest.person()).stream().collect(Collectors.groupingBy(lead -> whenTold(view, lead, rest, now)))
                .forEach((at, people) -> notifications.send(message, people, at));
    }

    private static Set<PersonName> leads(CatalogueView view, PersonName person) {
        var teams = view.teamsOf(person);
        var leads = teams.stream().map(Team::lead).filter(lead -> lead != null && !lead.equals(person)).collect(Collectors.toSet());
        return leads.isEmpty() ? teams.stream().map(Team::productManager).filter(Objects::nonNull).collect(Collectors.toSet()) : leads;
    }

    private static Instant whenTold(CatalogueView view, PersonName lead, Rest rest, Instant now) {
        var calendar = Rests.calendar(view, lead);
        return calendar.isWorking(now) ? now : Stream.of(calendar.nextWorkingStart(now), rest.nextStart()).min(Instant::compareTo).orElse(now);
    }

    @Override
    public boolean concern(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    /** As it is by then: with who can cover now, and not once it is over. */
    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        var parts = delivery.regarding().split(":");
        var nextStart = Instant.ofEpochSecond(Long.parseLong(parts[2]));
        return documents.at(now).teamsOf(new PersonName(parts[1])).stream()
                .flatMap(team -> rests.between(nextStart, nextStart.plusSeconds(1), team.name()).stream())
                .filter(rest -> rest.person().value().equals(parts[1]) && rest.earliestStart().isAfter(now))
                .findFirst()
                .map(rest -> briefing(documents.at(now), rest, delivery.person()));
    }

    private Briefing briefing(CatalogueView view, Rest rest, PersonName reader) {
        var zone = CalledPeople.zone(view, reader);
        var who = shown(view, rest.person());
        var cover = rest.cover() == null ? "Nobody of the team is free to cover." : shown(view, rest.cover().person()) + " was not called and could cover until then.";
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("rest").put("person", rest.person().value()).put("nextStart", rest.nextStart().toString())
                .put("earliestStart", rest.earliestStart().toString()).put("cover", name(rest.cover()));
        return new Briefing(
                who + " is to rest until " + MOMENT.format(rest.earliestStart().atZone(zone)),
                "%s was called out until %s: eleven hours of rest end at %s, and not at %s. %s".formatted(
                        who, MOMENT.format(rest.earliestStart().minus(Rest.ENOUGH).atZone(zone)), MOMENT.format(rest.earliestStart().atZone(zone)),
                        MOMENT.format(rest.nextStart().atZone(zone)), cover),
                body, baseUrl.of("/people/" + rest.person()), null, false);
    }

    private static @Nullable String name(Rest.@Nullable Cover cover) {
        return cover == null ? null : cover.person().value();
    }

    private static String shown(CatalogueView view, PersonName person) {
        return view.person(person).map(Person::shown).orElse(person.value());
    }

    @Configuration(proxyBeanMethods = false)
    static class Firing {

        @Bean
        RecurringTask<Void> restTelling(ObjectProvider<RestTold> told) {
            return Tasks.recurring("rest", FixedDelay.ofMinutes(10)).execute((instance, context) -> told.getObject().look());
        }
    }
}
