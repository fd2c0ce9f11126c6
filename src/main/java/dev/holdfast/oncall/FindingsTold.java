package dev.holdfast.oncall;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
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
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Looks once a day at what is wrong with who is on call, and what will be, and tells each new finding once: the lead of
 * the team that holds the schedule, and whom it is about. A message a person, when they work; what is mended by then is
 * not told any more.
 */
@Component
class FindingsTold implements Briefings {

    static final String TYPE = "mend";

    private static final int MONTHS = 12;
    private static final int NAMED = 10;
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Set<Check.Code> FORESEEN =
            Set.of(Check.Code.GAP, Check.Code.ON_LEAVE, Check.Code.LEAVING, Check.Code.UNREACHABLE, Check.Code.CLOCK_CHANGE);

    private final OnCallChecks checks;
    private final OnCallForecast forecast;
    private final FindingStore store;
    private final ScheduleBook book;
    private final Documents documents;
    private final Notifications notifications;
    private final BaseUrl baseUrl;
    private final Clock clock;

    FindingsTold(
            OnCallChecks checks, OnCallForecast forecast, FindingStore store, ScheduleBook book, Documents documents,
            Notifications notifications, BaseUrl baseUrl, Clock clock) {
        this.checks = checks;
        this.forecast = forecast;
        this.store = store;
        this.book = book;
        this.documents = documents;
        this.notifications = notifications;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** Of what is foreseen the forecast speaks, which reaches further than the checks. */
    @Transactional
    public void look() {
        store.lock();
        var now = clock.instant();
        var found = Stream.concat(
                        forecast.over(now, MONTHS, null, null).stream(),
                        checks.at(now, null, null).stream().filter(check -> !FORESEEN.contains(check.code())))
                .toList();
        var news = FindingNews.of(store.open(), found);
        var fresh = news.fresh().stream().map(check -> new Finding(UUID.randomUUID().toString(), check, now)).toList();
        store.end(news.gone(), now);
        store.update(news.goingOn());
        store.add(fresh);
        tell(documents.at(now), fresh, now);
    }

    private void tell(CatalogueView view, List<Finding> fresh, Instant now) {
        var batch = UUID.randomUUID().toString();
        var told = fresh.stream()
                .flatMap(finding -> concerned(view, finding.check()).stream().map(person -> new FindingStore.Told(finding, person, batch)))
                .toList();
        store.tell(told, now);
        var message = new Message(TYPE, TYPE + ":" + batch, null, null, null, Set.of(), PATIENCE);
        told.stream().map(FindingStore.Told::person).distinct()
                .collect(Collectors.groupingBy(person -> whenTheyWork(view, person, now), LinkedHashMap::new, Collectors.toList()))
                .forEach((at, people) -> notifications.send(message, people, at));
    }

    /** The lead of its team, for a domain those of the teams that own its services; and whom it is about. */
    private Set<PersonName> concerned(CatalogueView view, Check check) {
        var people = new LinkedHashSet<PersonName>();
        var holder = check.schedule() == null ? null : book.holder(view, check.schedule()).orElse(null);
        switch (holder) {
            case null -> {}
            case Holder.OfTeam(var team, var tier) -> view.team(team).map(Team::lead).ifPresent(people::add);
            case Holder.OfDomain(var domain) -> view.servicesIn(domain).stream()
                    .map(service -> service.owner()).filter(Objects::nonNull).distinct()
                    .flatMap(team -> view.team(team).stream()).map(Team::lead).filter(Objects::nonNull).forEach(people::add);
            case Holder.OfDuty() -> {}
        }
        if (check.code().isAboutThePerson()) people.addAll(check.people());
        return people;
    }

    static Instant whenTheyWork(CatalogueView view, PersonName person, Instant now) {
        var calendar = view.teamsOf(person).stream().findFirst().map(team -> view.calendarOf(team.name())).orElseGet(view::calendar);
        return calendar.isWorking(now) ? now : calendar.nextWorkingStart(now);
    }

    @Override
    public boolean concern(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        var findings = store.toMend(delivery.regarding().substring(TYPE.length() + 1), delivery.person());
        return findings.isEmpty() ? Optional.empty() : Optional.of(briefing(documents.at(now), findings));
    }

    private Briefing briefing(CatalogueView view, List<Finding> findings) {
        var body = JsonNodeFactory.instance.objectNode();
        var list = body.putArray("findings");
        var lines = new ArrayList<String>();
        for (var finding : findings) {
            var check = finding.check();
            list.addObject().put("code", check.code().name()).put("schedule", check.schedule()).put("text", check.text())
                    .put("from", check.from() == null ? null : check.from().toString()).put("url", baseUrl.of(check.url()).toString());
            lines.add(FindingWords.line(view, check));
        }
        var more = lines.size() > NAMED ? "\nand %d more.".formatted(lines.size() - NAMED) : "";
        var subject = lines.size() == 1 ? "Mend before it breaks: " + findings.getFirst().check().text()
                : "%d things about on call to mend before they break".formatted(lines.size());
        return new Briefing(subject, String.join("\n", lines.subList(0, Math.min(NAMED, lines.size()))) + more, body,
                baseUrl.of("/on-call/forecast"), null, false);
    }

    @Configuration(proxyBeanMethods = false)
    static class Firing {

        @Bean
        RecurringTask<Void> findingsTelling(ObjectProvider<FindingsTold> told) {
            return Tasks.recurring("on-call-findings", new Daily(ZoneOffset.UTC, LocalTime.of(5, 30)))
                    .execute((instance, context) -> told.getObject().look());
        }
    }
}
