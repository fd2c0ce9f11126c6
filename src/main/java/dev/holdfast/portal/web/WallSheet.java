package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Domain;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Organisation;
import dev.holdfast.catalogue.Team;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.State;
import dev.holdfast.paging.NextCall;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the wall: the worst first, as many as can be read from across the room. */
@Component
class WallSheet {

    private static final int MOST = 6;
    private static final int READ = 200;
    private static final Comparator<Picture> WORST_FIRST = Comparator.comparing((Picture it) -> !it.incident().isMajor())
            .thenComparing(it -> it.incident().state() != State.TRIGGERED)
            .thenComparing(it -> Optional.ofNullable(it.cost().ratePerHour()).map(Money::amount).orElse(BigDecimal.ZERO), Comparator.reverseOrder());

    private final Incidents incidents;
    private final Documents documents;

    WallSheet(Incidents incidents, Documents documents) {
        this.incidents = incidents;
        this.documents = documents;
    }

    WallPage page(IncidentsAsked asked, Frame frame) {
        return documents.holding(() -> made(asked, frame, documents.at(frame.time().now())));
    }

    private WallPage made(IncidentsAsked asked, Frame frame, CatalogueView view) {
        var time = frame.time();
        var filter = asked.filter(view, time);
        var open = incidents.latest(new IncidentFilter(filter.services(), IncidentFilter.open().states(), filter.type(), null, null), null, READ);
        var names = new Names(view);
        var entries = open.stream().sorted(WORST_FIRST).limit(MOST).map(it -> entry(it, names, time)).toList();
        return new WallPage(
                scope(asked, view), heading(open), total(open), entries, open.isEmpty() ? calm(filter, time) : null, open.size() - entries.size(),
                frame.themes(), asked.address("/incidents", "all", null));
    }

    private WallPage.Entry entry(Picture picture, Names names, ReaderTime time) {
        var incident = picture.incident();
        var waits = incident.state() == State.TRIGGERED;
        var lasted = IncidentWords.lasted(incident, time.now());
        var next = waits ? incidents.nextCall(incident).map(call -> called(call, names, time)).orElse(null) : null;
        return new WallPage.Entry(
                incident.reference(), incident.summary(), incident.service().value(), IncidentWords.states(incident), waits,
                IncidentWords.who(picture, names), next == null ? IncidentNext.of(picture, time) : next, time.moment(incident.startedAt()),
                Figures.clock(lasted), String.valueOf(lasted.toSeconds()), IncidentWords.loss(picture));
    }

    private static @Nullable String called(NextCall call, Names names, ReaderTime time) {
        if (call.people().isEmpty()) return null;
        var who = String.join(" and ", call.people().stream().map(names::of).toList());
        return who + (call.people().size() == 1 ? " is" : " are") + " called at " + time.moment(call.at());
    }

    private static WallPage.@Nullable Total total(List<Picture> open) {
        var lost = sum(open.stream().map(it -> it.cost().soFar()).toList());
        var rate = sum(open.stream().map(it -> it.cost().ratePerHour()).toList());
        if (lost == null || rate == null) return null;
        var second = rate.amount().divide(BigDecimal.valueOf(3600), MathContext.DECIMAL64).toPlainString();
        return new WallPage.Total(
                new IncidentsPage.Loss(Figures.money(lost), Figures.sign(lost), lost.amount().toPlainString(), rate.isZero() ? null : second, ""),
                Figures.money(rate) + " an hour");
    }

    private static @Nullable Money sum(List<@Nullable Money> amounts) {
        return amounts.stream().filter(Objects::nonNull).map(Objects::requireNonNull).reduce(Money::plus).orElse(null);
    }

    private static String heading(List<Picture> open) {
        if (open.isEmpty()) return "Nothing is wrong";
        return open.size() == 1 ? "One incident is open" : Figures.count(open.size()) + (open.size() == READ ? " or more" : "") + " incidents are open";
    }

    /** What was last, so that a calm wall is seen to be alive. */
    private String calm(IncidentFilter filter, ReaderTime time) {
        return incidents.rows(new IncidentFilter(filter.services(), Set.of(State.RESOLVED), filter.type(), null, null), null, 1).stream()
                .findFirst()
                .map(last -> "The last was " + last.reference() + ", " + last.summary() + ", over since "
                        + time.moment(Objects.requireNonNullElse(last.resolvedAt(), last.startedAt())) + ".")
                .orElse("There was no incident yet.");
    }

    private static String scope(IncidentsAsked asked, CatalogueView view) {
        var parts = new ArrayList<String>();
        if (!asked.domain().isEmpty()) parts.add(view.domain(new DomainName(asked.domain())).map(Domain::shown).orElse(asked.domain()));
        if (!asked.team().isEmpty()) parts.add(view.team(new TeamName(asked.team())).map(Team::shown).orElse(asked.team()));
        if (!asked.service().isEmpty()) parts.add(asked.service());
        return parts.isEmpty() ? view.organisation().map(Organisation::title).orElse("The whole organisation") : String.join(", ", parts);
    }
}
