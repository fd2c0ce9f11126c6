package dev.holdfast.feeds;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.oncall.KnownShift;
import dev.holdfast.oncall.KnownShifts;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The shifts that a feed has, in words. */
@Component
class FeedShifts {

    private final Documents documents;
    private final Schedules schedules;
    private final KnownShifts shifts;
    private final BaseUrl baseUrl;

    FeedShifts(Documents documents, Schedules schedules, KnownShifts shifts, BaseUrl baseUrl) {
        this.documents = documents;
        this.schedules = schedules;
        this.shifts = shifts;
        this.baseUrl = baseUrl;
    }

    /** Ascending; those of all schedules that the feed is about. */
    List<FeedEvent> of(Feed feed, Instant from, Instant to, Instant now) {
        return documents.holding(() -> {
            var view = documents.at(now);
            return names(feed, now)
                    .flatMap(name -> shifts.of(name, from, to).stream()
                            .filter(known -> feed.kind() != Feed.Kind.PERSON || known.shift().person().value().equals(feed.name()))
                            .map(known -> event(feed, name, known, view)))
                    .sorted(Comparator.comparing(FeedEvent::from).thenComparing(FeedEvent::uid))
                    .toList();
        });
    }

    private Stream<String> names(Feed feed, Instant now) {
        return switch (feed.kind()) {
            case PERSON -> schedules.naming(new PersonName(feed.name()), now).stream().map(OnCallNow::schedule);
            case TEAM -> schedules.now(new TeamName(feed.name()), now).stream().map(OnCallNow::schedule);
            case SCHEDULE -> Stream.of(feed.name());
            case CHANGE_MANAGEMENT, INCIDENT_MANAGEMENT -> Stream.of();
        };
    }

    String title(Feed feed, Instant now) {
        var view = documents.at(now);
        return switch (feed.kind()) {
            case PERSON -> shown(view, new PersonName(feed.name())) + " on call";
            case TEAM -> view.team(new TeamName(feed.name())).map(team -> team.shown()).orElse(feed.name()) + " on call";
            case SCHEDULE -> title(view, feed.name());
            case CHANGE_MANAGEMENT, INCIDENT_MANAGEMENT -> feed.name();
        };
    }

    private FeedEvent event(Feed feed, String schedule, KnownShift known, CatalogueView view) {
        var shift = known.shift();
        var who = shown(view, shift.person());
        var summary = (feed.kind() == Feed.Kind.PERSON ? "On call" : who) + ": " + title(view, schedule);
        var by = shift.isOverride() ? "An override." : "Layer " + (Objects.requireNonNull(shift.layer()) + 1) + ", turn " + shift.turn() + ".";
        return new FeedEvent(
                FeedEvent.idOf(schedule + "." + known.id(), baseUrl), shift.from(), shift.to(), summary, who + " is on call. " + by,
                baseUrl.of("/schedules/" + schedule).toString());
    }

    private static String shown(CatalogueView view, PersonName person) {
        return view.person(person).map(Person::shown).orElse(person.value());
    }

    private static String title(CatalogueView view, String schedule) {
        return view.document("Schedule", schedule).map(document -> document.title()).orElse(schedule);
    }
}
