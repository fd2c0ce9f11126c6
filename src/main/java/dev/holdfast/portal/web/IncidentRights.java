package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Team;
import dev.holdfast.http.Forbidden;
import dev.holdfast.incidents.HandedTo;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.Responding;
import dev.holdfast.incidents.State;
import dev.holdfast.paging.Tiers;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a reader may do with an incident as it stands, and between what they choose. */
@Component
class IncidentRights {

    private static final List<Choice> IMPACTS = List.of(
            new Choice("100", "All", false), new Choice("25", "Degraded, 25\u202f%", false), new Choice("2", "Partly, 2\u202f%", false));

    private final Responding responding;
    private final Tiers tiers;

    IncidentRights(Responding responding, Tiers tiers) {
        this.responding = responding;
        this.tiers = tiers;
    }

    IncidentPage.Acts acts(Picture picture, Viewer viewer, CatalogueView view) {
        var incident = picture.incident();
        var may = responding.mayDecide(viewer, incident);
        var helping = mayHelp(viewer, incident);
        var open = incident.isOpen();
        var waits = incident.state() == State.TRIGGERED;
        var helps = picture.responders().stream().anyMatch(it -> it.leftAt() == null && it.person().value().equals(viewer.person()));
        var person = viewer.person() != null;
        return new IncidentPage.Acts(
                helping && waits, may && open, may && open, helping && open && person && !helps, open && helps,
                may && !open, helping && waits, helping,
                may && incident.state() == State.ACKNOWLEDGED, may && open && !incident.isMajor(),
                may && open && incident.isMajor() && incident.typeBy() != Incident.TypeBy.SECURITY,
                may && open && incident.typeBy() != Incident.TypeBy.SECURITY,
                impact(picture), IMPACTS, affected(picture), services(view, incident), persons(view, incident), tiers(viewer, incident, view));
    }

    /** Who may decide, said to somebody who may not. */
    @Nullable String deciding(Viewer viewer, Incident incident, CatalogueView view) {
        if (responding.mayDecide(viewer, incident)) return null;
        var owner = view.ownerOf(incident.service()).map(Team::shown).map(team -> "the team " + team).orElse("administrators");
        return "Deciding is for " + owner + ", incident managers and those who help. Join, and the buttons are yours.";
    }

    private boolean mayHelp(Viewer viewer, Incident incident) {
        try {
            responding.demandMayHelp(viewer, incident);
            return true;
        } catch (Forbidden refused) {
            return false;
        }
    }

    /** The tiers behind the first that have somebody now, each with whom it would call. */
    private List<Choice> tiers(Viewer viewer, Incident incident, CatalogueView view) {
        if (!incident.isOpen() || !responding.mayHandOver(viewer, incident)) return List.of();
        var names = new Names(view);
        return tiers.of(incident.service(), view.at()).stream()
                .filter(it -> HandedTo.TIERS.contains(it.tier()) && !it.people().isEmpty())
                .map(it -> new Choice(it.tier().name(), "%s, %s: %s".formatted(it.tier(), it.team(), names.of(it.people().getFirst())), false))
                .toList();
    }

    private static String impact(Picture picture) {
        return String.join(", ", picture.affected().stream().map(it -> Figures.percent(it.impact())).toList());
    }

    private static List<Choice> affected(Picture picture) {
        return picture.affected().stream()
                .map(it -> new Choice(it.service().value(), it.service() + ", now " + Figures.percent(it.impact()), false))
                .toList();
    }

    private static List<Choice> services(CatalogueView view, Incident incident) {
        return view.services().stream()
                .filter(service -> !service.name().equals(incident.service()))
                .map(service -> new Choice(service.name().value(), service.name().value(), false))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }

    private static List<Choice> persons(CatalogueView view, Incident incident) {
        return view.people().stream()
                .map(person -> new Choice(person.name().value(), person.shown(), person.name().value().equals(incident.commander())))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
    }
}
