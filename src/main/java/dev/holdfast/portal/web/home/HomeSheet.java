package dev.holdfast.portal.web.home;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.handover.Handovers;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.IncidentType;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.Swap;
import dev.holdfast.oncall.Swaps;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceMoment;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.groups.OwnedServices;
import dev.holdfast.portal.web.groups.TwoWeeks;
import dev.holdfast.reflection.Reflections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes the page on which somebody begins. */
@Component
class HomeSheet {

    private static final int SHIFTS = 5;
    private static final int OPEN = 20;
    private static final String BARE =
            "Nothing is described yet. Holdfast works from what an organisation says about itself: people, teams, services, and what an hour without each costs.";

    private final Documents documents;
    private final Mines mines;
    private final Incidents incidents;
    private final Selection selection;
    private final OwnedServices owned;
    private final TwoWeeks weeks;
    private final Contacts contacts;
    private final Successors successors;
    private final Answers answers;
    private final Reaching reaching;
    private final ChangedLately lately;
    private final Reflections reflections;
    private final Swaps swaps;
    private final Handovers handovers;
    private final BaseUrl baseUrl;

    HomeSheet(
            Documents documents, Mines mines, Incidents incidents, Selection selection, OwnedServices owned, TwoWeeks weeks, Contacts contacts,
            Successors successors, Answers answers, Reaching reaching, ChangedLately lately, Reflections reflections, Swaps swaps,
            Handovers handovers, BaseUrl baseUrl) {
        this.documents = documents;
        this.mines = mines;
        this.incidents = incidents;
        this.selection = selection;
        this.owned = owned;
        this.weeks = weeks;
        this.contacts = contacts;
        this.successors = successors;
        this.answers = answers;
        this.reaching = reaching;
        this.lately = lately;
        this.reflections = reflections;
        this.swaps = swaps;
        this.handovers = handovers;
        this.baseUrl = baseUrl;
    }

    HomePage page(Viewer viewer, ReaderTime time) {
        return documents.holding(() -> drawn(viewer, time));
    }

    private HomePage drawn(Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var mine = mines.of(view, viewer);
        var open = open(mine);
        var risks = owned.risks(view, view.services());
        var grounds = new Grounds();
        var drawn = weeks.of("you", mine.schedules(), view, grounds, time);
        var reachable = Optional.ofNullable(mine.person()).map(contacts::reachable).orElse(true);
        var facts = new WaitingList.Facts(open, drawn.gaps(), selected(mine), (service, at) -> owned.riskAt(view, service, at), reachable, swaps(mine), reflections.mayHold(viewer) ? reflections.deadline() : null,
                Optional.ofNullable(mine.person()).map(person -> handovers.waitingFor(person, mine.naming())).orElse(List.of()));
        var tonight = mine.schedules().isEmpty() ? null
                : Tonight.of(mine, drawn.shifts(), successors.of(mine, time), new Names(view), grounds, time);
        var bare = view.services().isEmpty() && view.people().isEmpty();
        return new HomePage(
                bare ? "Describe your organisation" : Heading.words(mine, open, time),
                bare ? BARE : Heading.lede(mine, open, risks, time), bare ? baseUrl.of("/api/v1/catalogue/apply").toString() : null, viewer.isAdmin(),
                WaitingList.of(mine, facts, time), tonight, mine.person() == null ? "What is at risk" : "What you answer for", answers.of(mine, risks),
                Math.max(0, mine.services().size() - Answers.SHOWN), mine.duties().stream().limit(SHIFTS).map(duty -> duty.line(time)).toList(),
                Optional.ofNullable(mine.person()).map(person -> reaching.of(person, time)).orElse(null), lately.of(mine, time));
    }

    /** The open incidents of what is theirs; to an incident manager on duty every major one as well, the newest first. */
    private List<Picture> open(Mine mine) {
        if (mine.person() == null) return mine.admin() ? incidents.list(IncidentFilter.open(), null, OPEN) : List.of();
        var theirs = incidents.open(mine.names(), OPEN);
        if (!mine.isOnDuty()) return theirs;
        var all = IncidentFilter.open();
        var majors = incidents.list(new IncidentFilter((String) null, all.states(), IncidentType.MAJOR, null, null), null, OPEN);
        return List.copyOf(Stream.concat(majors.stream(), theirs.stream())
                .collect(Collectors.toMap(picture -> picture.incident().id(), picture -> picture, (one, same) -> one, LinkedHashMap::new))
                .values());
    }

    /** Those that wait for the reader. */
    private List<Swap> swaps(Mine mine) {
        var me = mine.person();
        return me == null ? List.of() : swaps.concerning(me).stream().filter(swap -> swaps.waitsFor(swap, me)).toList();
    }

    private Map<ServiceName, Selected> selected(Mine mine) {
        var selected = selection.of(mine.names().stream().map(name -> new ServiceMoment(name, mine.view().at())).toList());
        var sorted = new LinkedHashMap<ServiceName, Selected>();
        mine.names().forEach(name -> Optional.ofNullable(selected.get(new ServiceMoment(name, mine.view().at()))).ifPresent(its -> sorted.put(name, its)));
        return sorted;
    }
}
