package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Csv;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.Position;
import dev.holdfast.incidents.State;
import dev.holdfast.incidents.Totals;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.quantities.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the list of incidents: what is open with what it costs now, then what is over, cut by a cursor. */
@Component
class IncidentList {

    private static final int OPEN = 50;
    private static final int PAST = 50;
    private static final int MOST = 5_000;
    private static final Comparator<Picture> WORST_FIRST = Comparator.comparing((Picture it) -> !it.incident().isMajor())
            .thenComparing(it -> it.incident().state() != State.TRIGGERED)
            .thenComparing(it -> Optional.ofNullable(it.cost().ratePerHour()).map(Money::amount).orElse(java.math.BigDecimal.ZERO), Comparator.reverseOrder());

    private final Incidents incidents;
    private final Documents documents;
    private final Policies policies;

    IncidentList(Incidents incidents, Documents documents, Policies policies) {
        this.incidents = incidents;
        this.documents = documents;
        this.policies = policies;
    }

    IncidentsPage page(IncidentsAsked asked, ReaderTime time) {
        return documents.holding(() -> made(asked, documents.at(time.now()), time));
    }

    private IncidentsPage made(IncidentsAsked asked, CatalogueView view, ReaderTime time) {
        var filter = asked.filter(view, time);
        var after = Position.read(asked.cursor()).orElse(null);
        var open = open(asked, filter, after);
        var past = past(asked, filter, after);
        var currency = policies.in(view).currency();
        var words = new IncidentTotals(incidents.totals(filter), currency, open.shown());
        var rows = new IncidentRows(new Names(view), time, currency);
        var next = open.next() != null && asked.state().equals("open") ? open.next() : past.next();
        return new IncidentsPage(
                words.heading(asked), words.lede(asked), words.figures(), states(asked), fields(asked),
                after != null && asked.wantsPast() || !asked.wantsOpen() ? null : open.shown().stream().sorted(WORST_FIRST).map(rows::open).toList(),
                more(asked, words.totals(), open),
                asked.wantsPast() ? rows.past(past.shown()) : null,
                asked.address("/incidents.csv", asked.state(), null), wall(asked),
                next == null ? null : asked.address("/incidents", asked.state(), next));
    }

    /** What is shown of a list, and where it goes on. */
    private record Cut<T>(List<T> shown, @Nullable String next) {}

    /** Those that are open stand on the first page of all; on their own, they go on like any list. */
    private Cut<Picture> open(IncidentsAsked asked, IncidentFilter filter, @Nullable Position after) {
        if (!asked.wantsOpen() || asked.wantsPast() && after != null) return new Cut<>(List.of(), null);
        var read = incidents.latest(in(filter, IncidentFilter.open().states()), after, OPEN + 1);
        var shown = read.stream().limit(OPEN).toList();
        return new Cut<>(shown, read.size() > OPEN ? Position.of(shown.getLast().incident()).cursor() : null);
    }

    private Cut<Incident> past(IncidentsAsked asked, IncidentFilter filter, @Nullable Position after) {
        if (!asked.wantsPast()) return new Cut<>(List.of(), null);
        var read = incidents.rows(in(filter, Set.of(State.RESOLVED)), after, PAST + 1);
        var shown = read.stream().limit(PAST).toList();
        return new Cut<>(shown, read.size() > PAST ? Position.of(shown.getLast()).cursor() : null);
    }

    private static IncidentFilter in(IncidentFilter filter, Set<State> states) {
        return new IncidentFilter(filter.services(), states, filter.type(), filter.from(), filter.to());
    }

    private static @Nullable Line more(IncidentsAsked asked, Totals totals, Cut<Picture> open) {
        if (open.next() == null || asked.state().equals("open")) return null;
        var words = "All " + Figures.count(totals.open(), "open incident");
        return Line.of(new Status("more", Shape.DIAMOND, Tone.LOSS), words, asked.address("/incidents", "open", null), "");
    }

    private static List<Choice> states(IncidentsAsked asked) {
        return List.of(state(asked, "all", "All"), state(asked, "open", "Open"), state(asked, "resolved", "Resolved"));
    }

    private static Choice state(IncidentsAsked asked, String state, String words) {
        return new Choice(asked.address("/incidents", state, null), words, asked.state().equals(state));
    }

    private static String wall(IncidentsAsked asked) {
        return new IncidentsAsked("all", "", "", asked.team(), asked.domain(), "", "", null).address("/incidents/wall", "all", null);
    }

    private static IncidentsPage.Filter fields(IncidentsAsked asked) {
        var types = List.of(new Choice("", "any", asked.type().isEmpty()), new Choice("major", "major", asked.type().equals("major")),
                new Choice("minor", "minor", asked.type().equals("minor")));
        var further = !(asked.team() + asked.domain() + asked.from() + asked.to() + asked.type()).isEmpty();
        return new IncidentsPage.Filter(
                asked.state(), types, asked.service(), asked.team(), asked.domain(), asked.from(), asked.to(), asked.narrows(), further);
    }

    /** At most five thousand of each kind; the narrower the filter, the more of it is there. */
    Csv csv(IncidentsAsked asked, ReaderTime time) {
        var view = documents.at(time.now());
        var filter = asked.filter(view, time);
        var csv = new Csv("incident", "service", "summary", "state", "type", "started", "resolved", "acknowledged by", "loss", "protected", "currency");
        var names = new Names(view);
        var currency = policies.in(view).currency().getCurrencyCode();
        if (asked.wantsOpen()) {
            incidents.latest(in(filter, IncidentFilter.open().states()), null, MOST)
                    .forEach(it -> csv.row(cells(it.incident(), it.cost().soFar(), null, names, currency)));
        }
        if (asked.wantsPast()) {
            incidents.rows(in(filter, Set.of(State.RESOLVED)), null, MOST).forEach(it -> csv.row(past(it, names, currency)));
        }
        return csv;
    }

    private static List<String> past(Incident incident, Names names, String currency) {
        var figures = incident.figures();
        var lost = figures == null || figures.loss() == null ? null : Money.of(figures.loss().toPlainString(), currency);
        var kept = figures == null || figures.protectedLoss() == null ? null : Money.of(figures.protectedLoss().toPlainString(), currency);
        return cells(incident, lost, kept, names, currency);
    }

    private static List<String> cells(Incident incident, @Nullable Money lost, @Nullable Money kept, Names names, String currency) {
        return List.of(
                incident.reference(), incident.service().value(), incident.summary(), incident.state().toString(), incident.type().word(),
                incident.startedAt().toString(), Objects.toString(incident.resolvedAt(), ""),
                incident.acknowledgedBy() == null ? "" : names.of(incident.acknowledgedBy()), plain(lost), plain(kept), currency);
    }

    private static String plain(@Nullable Money money) {
        return money == null ? "" : money.rounded().amount().toPlainString();
    }
}
