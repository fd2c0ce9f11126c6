package dev.holdfast.portal.web.groups;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.NotFound;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.portal.web.Avatar;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.WorkingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a team. */
@Component
class TeamSheet {

    private final Documents documents;
    private final Ownership ownership;
    private final OwnedServices owned;
    private final Schedules schedules;
    private final TwoWeeks weeks;
    private final Contacts contacts;

    TeamSheet(
            Documents documents, Ownership ownership, OwnedServices owned, Schedules schedules, TwoWeeks weeks, Contacts contacts) {
        this.documents = documents;
        this.ownership = ownership;
        this.owned = owned;
        this.schedules = schedules;
        this.weeks = weeks;
        this.contacts = contacts;
    }

    TeamPage page(TeamName name, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> drawn(name, viewer, time));
    }

    private TeamPage drawn(TeamName name, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var team = view.team(name).orElseThrow(() -> new NotFound("There is no team " + name + "."));
        var edit = ownership.mayChangeTeam(viewer, name) ? "/catalogue/teams/" + name + "/edit" : null;
        var names = new Names(view);
        var services = owned.of(view, view.servicesOf(name));
        var now = schedules.now(name, time.now());
        var grounds = new Grounds();
        var drawn = weeks.of(team.shown(), now, view, grounds, time);
        var reachable = contacts.reachable(team.members());
        return new TeamPage(
                name.value(), team.shown(), lede(team, services), facts(team), edit, figures(services, now, drawn, names, time), services, drawn.ribbon(),
                people(team, names, edit),
                team.members().stream().map(member -> member(member, now, reachable, names, grounds, time)).toList(), hours(view, team, time), HolidaysAhead.of(view, name, time));
    }

    private static String lede(Team team, Owned services) {
        var of = team.members().isEmpty() ? " with nobody in it yet. " : " of " + Figures.people(team.members().size()) + ". ";
        var answers = services.count() == 0 ? "It owns no service." : "It answers for " + services.sentence();
        var description = team.description() == null ? "" : team.description().strip() + " ";
        return description + GroupWords.withArticle(GroupWords.kind(team.kind())) + of + answers;
    }

    private static List<Status> facts(Team team) {
        return List.of(team.kind() == null
                ? new Status("No kind yet", Shape.TRIANGLE, Tone.CAUTION)
                : new Status(GroupWords.capital(GroupWords.kind(team.kind())), Shape.RING, Tone.QUIET));
    }

    private static List<Figure> figures(Owned services, List<OnCallNow> now, TwoWeeks.Drawn drawn, Names names, ReaderTime time) {
        return List.of(OnCallFigure.of(now, names, time), GroupFigures.atRisk(services), GroupFigures.open(services), GroupFigures.gap(now, drawn, time));
    }

    private static List<Pair> people(Team team, Names names, @Nullable String edit) {
        return List.of(
                GroupWords.person("Lead", team.lead(), names, edit), GroupWords.person("Product manager", team.productManager(), names, edit),
                GroupWords.budget(team, names, edit));
    }

    private static TeamPage.Member member(
            PersonName member, List<OnCallNow> now, Set<PersonName> reachable, Names names, Grounds grounds, ReaderTime time) {
        var shown = names.of(member);
        var onCall = now.stream().filter(schedule -> member.equals(schedule.person())).findFirst();
        var does = onCall.map(schedule -> "on call" + GroupWords.until(schedule, time)).orElse("");
        return new TeamPage.Member(
                member.value(), shown, new Avatar(Avatar.initialsOf(shown), grounds.of(member.value())), reachable.contains(member) ? does : "cannot be reached");
    }

    private static List<Pair> hours(CatalogueView view, Team team, ReaderTime time) {
        WorkingCalendar calendar = view.calendarOf(team.name());
        var pairs = new ArrayList<Pair>();
        pairs.add(Pair.of("They work", GroupWords.hours(calendar)));
        pairs.add(Pair.of("In the zone", calendar.zone().getId()));
        pairs.add(Pair.of("Whose hours", team.hasOwnHours() ? "their own" : "the organisation’s"));
        pairs.add(Pair.of("Now", calendar.isWorking(time.now()) ? "at work" : "out of hours, until " + time.moment(calendar.nextWorkingStart(time.now()))));
        return pairs;
    }
}
