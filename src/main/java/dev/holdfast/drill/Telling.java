package dev.holdfast.drill;

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
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Tells of what broke in the night: the administrators and the lead of the owning team, once, when they next work. What
 * is mended before is not told any more; of a run all of which is mended there is no message at all.
 */
@Component
class Telling implements Briefings {

    static final String TYPE = "drill";

    private static final int MOST_LINES = 10;
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final NoticeStore store;
    private final Notifications notifications;
    private final Documents documents;
    private final BaseUrl baseUrl;

    Telling(NoticeStore store, Notifications notifications, Documents documents, BaseUrl baseUrl) {
        this.store = store;
        this.notifications = notifications;
        this.documents = documents;
        this.baseUrl = baseUrl;
    }

    /** In the transaction of the run. */
    void tell(long run, Set<String> fresh, Map<String, Chain> broken, Instant now) {
        var view = documents.at(now);
        var byPerson = new TreeMap<PersonName, List<NoticeStore.Notice>>();
        fresh.stream().sorted().forEach(key -> {
            var chain = Objects.requireNonNull(broken.get(key));
            for (var person : addressees(view, chain)) {
                byPerson.computeIfAbsent(person, it -> new ArrayList<>())
                        .add(new NoticeStore.Notice(person.value(), key, sentence(chain)));
            }
        });
        if (byPerson.isEmpty()) return;
        store.keep(run, byPerson.values().stream().flatMap(List::stream).toList());
        var message = new Message(TYPE, TYPE + ":" + run, null, null, null, Set.of(), PATIENCE);
        byPerson.keySet().stream()
                .collect(Collectors.groupingBy(person -> whenTheyWork(view, person, now)))
                .forEach((at, people) -> notifications.send(message, people, at));
    }

    @Override
    public boolean concern(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        var run = Long.parseLong(delivery.regarding().substring(TYPE.length() + 1));
        var notices = store.of(run, delivery.person().value());
        if (notices.isEmpty()) return Optional.empty();
        var body = JsonNodeFactory.instance.objectNode();
        var broken = body.putArray("broken");
        notices.forEach(notice -> broken.addObject().put("route", notice.key()).put("sentence", notice.sentence()));
        return Optional.of(new Briefing(
                subject(notices.size()), text(notices), body, baseUrl.of("/catalogue/drill"), null, false));
    }

    private static String subject(int count) {
        return count == 1 ? "A route of alerts broke in the night" : count + " routes of alerts broke in the night";
    }

    private static String text(List<NoticeStore.Notice> notices) {
        var lines = notices.stream().limit(MOST_LINES).map(NoticeStore.Notice::sentence).collect(Collectors.joining("\n"));
        var more = notices.size() - MOST_LINES;
        return more > 0 ? lines + "\nAnd " + more + " more." : lines;
    }

    private static String sentence(Chain chain) {
        return chain.way().integration() + ", " + chain.way().words() + ", " + chain.moment().words() + ": "
                + Objects.requireNonNull(chain.broken()).sentence();
    }

    private static Set<PersonName> addressees(CatalogueView view, Chain chain) {
        var people = new HashSet<>(view.administrators());
        Optional.ofNullable(chain.team()).flatMap(view::team).map(Team::lead).ifPresent(people::add);
        return people;
    }

    private static Instant whenTheyWork(CatalogueView view, PersonName person, Instant now) {
        WorkingCalendar calendar = view.teamsOf(person).stream().findFirst()
                .map(team -> view.calendarOf(team.name()))
                .orElseGet(view::calendar);
        return calendar.isWorking(now) ? now : calendar.nextWorkingStart(now);
    }
}
