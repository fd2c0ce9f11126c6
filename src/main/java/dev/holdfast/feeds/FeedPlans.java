package dev.holdfast.feeds;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.changes.Agenda;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.FreezeWindow;
import dev.holdfast.changes.Plans;
import dev.holdfast.deployments.Deployments;
import dev.holdfast.deployments.ReleaseDay;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.quantities.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What change or incident managers have in their calendars, in words (C10): of one team, or of all. */
@Component
class FeedPlans {

    private static final Duration MEETINGS_AHEAD = Duration.ofDays(92);
    private static final Duration AGENDA = Duration.ofHours(1);
    private static final int DAYS_OF_RELEASES = 7;
    private static final int MOST_MEETINGS = 1_000;
    private static final int LINES = 20;

    private final Documents documents;
    private final MeetingsPart meetings;
    private final Plans plans;
    private final Deployments deployments;
    private final BaseUrl baseUrl;

    FeedPlans(Documents documents, MeetingsPart meetings, Plans plans, Deployments deployments, BaseUrl baseUrl) {
        this.documents = documents;
        this.meetings = meetings;
        this.plans = plans;
        this.deployments = deployments;
        this.baseUrl = baseUrl;
    }

    /** Ascending; in four queries at most. */
    List<FeedEvent> of(Feed feed, Instant from, Instant to, Instant now) {
        return documents.holding(() -> {
            var view = documents.at(now);
            var team = team(feed);
            var ofIncidents = feed.kind() == Feed.Kind.INCIDENT_MANAGEMENT;
            var meetings = meetings(view, team, EnumSet.of(Meeting.Kind.PLANNING, ofIncidents ? Meeting.Kind.CHAOS_DAY : Meeting.Kind.DEMO), from, now);
            var changes = ofIncidents ? Stream.<FeedEvent>of() : changes(view, team, from, to, now);
            return Stream.concat(meetings, changes).sorted(Comparator.comparing(FeedEvent::from).thenComparing(FeedEvent::uid)).toList();
        });
    }

    String title(Feed feed, Instant now) {
        var team = team(feed);
        var whose = team == null ? "all teams" : shown(documents.at(now), team);
        return (feed.kind() == Feed.Kind.INCIDENT_MANAGEMENT ? "Planning and Chaos Days of " : "Planning, demos and releases of ") + whose;
    }

    private static @Nullable TeamName team(Feed feed) {
        return feed.isOfAll() ? null : new TeamName(feed.name());
    }

    private Stream<FeedEvent> meetings(CatalogueView view, @Nullable TeamName team, Set<Meeting.Kind> kinds, Instant from, Instant now) {
        var to = now.plus(MEETINGS_AHEAD);
        return view.parts(meetings).entrySet().stream()
                .filter(each -> team == null || each.getKey().equals(team.value()))
                .flatMap(each -> each.getValue().all().stream()
                        .filter(meeting -> kinds.contains(meeting.kind()))
                        .flatMap(meeting -> held(view, new TeamName(each.getKey()), meeting, from, to)))
                .sorted(Comparator.comparing(FeedEvent::from).thenComparing(FeedEvent::uid))
                .limit(MOST_MEETINGS);
    }

    private Stream<FeedEvent> held(CatalogueView view, TeamName team, Meeting meeting, Instant from, Instant to) {
        var page = baseUrl.of("/teams/" + team).toString();
        return meeting.between(from, to, view.calendarOf(team).zone()).stream().map(held -> new FeedEvent(
                uid("meeting." + team + "." + meeting.name() + "." + held.day()), held.from(), held.to(),
                shown(view, team) + ": " + meeting.shown(), meeting.kind().shown() + (meeting.address() == null ? "." : ": " + meeting.address()), page));
    }

    private Stream<FeedEvent> changes(CatalogueView view, @Nullable TeamName team, Instant from, Instant to, Instant now) {
        var services = team == null ? null : view.servicesOf(team);
        var events = new ArrayList<FeedEvent>();
        plans.freezes(services, view, from, to).forEach(each -> events.add(freeze(each)));
        plans.agendas(services, from).stream().filter(each -> each.at().isBefore(to)).forEach(each -> events.add(agenda(each)));
        plans.approved(services, now).forEach(each -> events.add(approved(each)));
        events.addAll(releases(view, team, services, now));
        return events.stream();
    }

    private FeedEvent freeze(FreezeWindow window) {
        var reason = window.reason();
        return new FeedEvent(
                uid("freeze." + window.name()), window.during().from(), window.until(), "Freeze: " + window.name(),
                "No standard and no normal change goes to production." + (reason == null ? "" : " " + reason),
                baseUrl.of("/freeze-windows/" + window.name()).toString());
    }

    private FeedEvent agenda(Agenda agenda) {
        var changes = agenda.changes();
        var lines = changes.stream().map(each -> each.reference() + " " + each.service() + " " + each.version() + ": " + each.summary()).toList();
        return new FeedEvent(
                uid("agenda." + agenda.id()), agenda.at(), agenda.at().plus(AGENDA), "Agenda: " + counted(changes.size(), "change"),
                lines(lines, lines.size()), baseUrl.of("/changes/agendas/" + agenda.id()).toString());
    }

    private FeedEvent approved(Change change) {
        var from = Objects.requireNonNull(change.validFrom());
        var closedAt = change.closedAt();
        var to = closedAt == null || !closedAt.isAfter(from) ? Objects.requireNonNull(change.validUntil()) : closedAt;
        var outcome = change.outcome();
        var became = outcome == null ? " may go out" : ": " + outcome.word();
        return new FeedEvent(
                uid("change." + change.number()), from, to, change.service() + " " + change.version() + became,
                change.reference() + ": " + change.summary(), baseUrl.of("/changes/" + change.reference()).toString());
    }

    /** A line a day, since there may be thousands: those of the last week are told as they are known now, earlier ones as they were told. */
    private List<FeedEvent> releases(CatalogueView view, @Nullable TeamName team, @Nullable Collection<Service> services, Instant now) {
        var zone = view.calendarOf(team).zone();
        var since = WallClock.startOf(LocalDate.ofInstant(now, zone).minusDays(DAYS_OF_RELEASES).atStartOfDay(), zone);
        var names = services == null ? null : services.stream().map(each -> each.name().value()).collect(Collectors.toSet());
        return deployments.releases(names, since, now, zone).stream().map(each -> released(each, team, zone)).toList();
    }

    private FeedEvent released(ReleaseDay day, @Nullable TeamName team, ZoneId zone) {
        var ended = (day.failed() == 0 ? "" : ", " + day.failed() + " failed") + (day.rolledBack() == 0 ? "" : ", " + day.rolledBack() + " rolled back");
        return new FeedEvent(
                uid("releases." + (team == null ? "all" : "of-" + team) + "." + day.day()), WallClock.startOf(day.day().atStartOfDay(), zone),
                WallClock.startOf(day.day().plusDays(1).atStartOfDay(), zone),
                "Releases: %s of %s%s".formatted(counted(day.deployments(), "deployment"), counted(day.services(), "service"), ended),
                lines(day.latest(), day.deployments()), baseUrl.of("/changes").toString());
    }

    private static String lines(List<String> all, int of) {
        var shown = all.stream().limit(LINES).collect(Collectors.joining("\n"));
        return of > LINES ? shown + "\nand " + (of - LINES) + " more" : shown;
    }

    private static String counted(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }

    private static String shown(CatalogueView view, TeamName team) {
        return view.team(team).map(Team::shown).orElse(team.value());
    }

    private String uid(String id) {
        return FeedEvent.idOf(id, baseUrl);
    }
}
