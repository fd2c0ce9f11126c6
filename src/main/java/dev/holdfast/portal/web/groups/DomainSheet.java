package dev.holdfast.portal.web.groups;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.Team;
import dev.holdfast.http.NotFound;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a domain. */
@Component
class DomainSheet {

    /** By what services should not be grouped: people on call would have to know what has nothing in common. */
    private static final Set<Domain.Grouping> DOUBTFUL = Set.of(Domain.Grouping.REGION, Domain.Grouping.TOOL);

    private final Documents documents;
    private final Ownership ownership;
    private final OwnedServices owned;
    private final Schedules schedules;
    private final TwoWeeks weeks;

    DomainSheet(Documents documents, Ownership ownership, OwnedServices owned, Schedules schedules, TwoWeeks weeks) {
        this.documents = documents;
        this.ownership = ownership;
        this.owned = owned;
        this.schedules = schedules;
        this.weeks = weeks;
    }

    DomainPage page(DomainName name, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> drawn(name, viewer, time));
    }

    private DomainPage drawn(DomainName name, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var domain = view.domain(name).orElseThrow(() -> new NotFound("There is no domain " + name + "."));
        var edit = ownership.mayChangeAll(viewer) ? "/catalogue/domains/" + name + "/edit" : null;
        var names = new Names(view);
        var services = owned.of(view, view.servicesIn(name));
        var now = schedules.now(name, time.now());
        var drawn = weeks.of(domain.shown(), now, view, new Grounds(), time);
        return new DomainPage(
                name.value(), domain.shown(), lede(domain, services), facts(domain), edit, figures(services, now, drawn, names, time), services,
                drawn.ribbon(), remarks(domain, services, now, drawn, edit, time), about(view, domain, names, edit), levels(services));
    }

    private static String lede(Domain domain, Owned services) {
        var description = domain.description() == null ? "" : domain.description().strip() + " ";
        return description + (services.count() == 0 ? "No service belongs to it yet." : GroupWords.capital(services.sentence()));
    }

    private static List<Status> facts(Domain domain) {
        var grouping = domain.grouping();
        if (grouping == null) return List.of(new Status("Grouped by nothing yet", Shape.TRIANGLE, Tone.CAUTION));
        return List.of(new Status("Grouped by " + GroupWords.word(grouping), DOUBTFUL.contains(grouping) ? Shape.TRIANGLE : Shape.RING,
                DOUBTFUL.contains(grouping) ? Tone.CAUTION : Tone.QUIET));
    }

    private static List<Figure> figures(Owned services, List<OnCallNow> now, TwoWeeks.Drawn drawn, Names names, ReaderTime time) {
        return List.of(OnCallFigure.of(now, names, time), GroupFigures.atRisk(services), GroupFigures.open(services), GroupFigures.gap(now, drawn, time));
    }

    private static List<Remark> remarks(
            Domain domain, Owned services, List<OnCallNow> now, TwoWeeks.Drawn drawn, @Nullable String edit, ReaderTime time) {
        var remarks = new ArrayList<Remark>();
        var grouping = domain.grouping();
        if (grouping != null && DOUBTFUL.contains(grouping)) {
            remarks.add(new Remark(new Status("look", Shape.TRIANGLE, Tone.CAUTION), "Grouped by " + GroupWords.word(grouping),
                    "Whoever is on call then has to know services that have little in common. A customer journey or a technology capability keeps them learnable.",
                    "Group it by something else", edit));
        }
        var byDomain = services.rows().stream().anyMatch(row -> row.level().startsWith("domain"));
        if (byDomain && now.isEmpty()) {
            remarks.add(new Remark(new Status("costs", Shape.DIAMOND, Tone.LOSS), "There is no schedule of this domain",
                    "Services of it are covered by the domain out of hours; until there is one, the fallback is called.",
                    "Make a schedule", edit == null ? null : "/schedules/new?holder=domain:" + domain.name()));
        }
        drawn.gaps().forEach(gap -> remarks.add(new Remark(new Status("costs", Shape.DIAMOND, Tone.LOSS), "Nobody is on call: " + gap.words(time),
                GroupWords.title(gap.schedule()) + costs(services) + ".", "Put somebody there", "/schedules/" + gap.schedule().schedule())));
        return remarks;
    }

    private static String costs(Owned services) {
        return services.together() == null ? "" : "; up to " + Figures.money(services.together()) + " an hour is at risk";
    }

    private static List<Pair> about(CatalogueView view, Domain domain, Names names, @Nullable String edit) {
        var about = new ArrayList<Pair>();
        about.add(GroupWords.person("Sole budget holder", domain.budgetHolder(), names, edit));
        about.add(domain.grouping() == null ? Pair.add("Grouped by", edit) : Pair.of("Grouped by", GroupWords.word(domain.grouping())));
        view.servicesIn(domain.name()).stream().map(Service::owner).filter(Objects::nonNull).distinct().sorted().forEach(team ->
                about.add(Pair.to("Team", view.team(team).map(Team::shown).orElse(team.value()), "/teams/" + team)));
        return about;
    }

    /** How many services each level covers by night. */
    private static List<Pair> levels(Owned services) {
        var counts = new TreeMap<String, Integer>();
        services.rows().forEach(row -> counts.merge(row.level(), 1, Integer::sum));
        return counts.entrySet().stream().map(it -> Pair.of(GroupWords.capital(it.getKey()), Figures.count(it.getValue(), "service"))).toList();
    }
}
