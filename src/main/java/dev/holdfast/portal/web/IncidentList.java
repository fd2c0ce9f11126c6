package dev.holdfast.portal.web;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.IncidentFilter;
import dev.holdfast.incidents.IncidentType;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.State;
import dev.holdfast.quantities.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the list of incidents: filtered by what stands in the address, the newest first, cut by a cursor. */
@Component
class IncidentList {

    private static final int SHOWN = 50;
    private static final int MOST = 5_000;

    private final Incidents incidents;
    private final Documents documents;

    IncidentList(Incidents incidents, Documents documents) {
        this.incidents = incidents;
        this.documents = documents;
    }

    /** What is asked for: open ones unless said otherwise. */
    record Filter(String state, String type, String service, @Nullable String cursor) {

        static Filter of(Map<String, String> asked) {
            var state = asked.getOrDefault("state", "open");
            return new Filter(Set.of("open", "resolved", "all").contains(state) ? state : "open", asked.getOrDefault("type", ""),
                    asked.getOrDefault("service", "").strip(), asked.get("cursor"));
        }

        IncidentFilter asked() {
            var states = switch (state) {
                case "open" -> Set.of(State.TRIGGERED, State.ACKNOWLEDGED);
                case "resolved" -> Set.of(State.RESOLVED);
                default -> Set.<State>of();
            };
            var kind = type.equals("major") ? IncidentType.MAJOR : type.equals("minor") ? IncidentType.MINOR : null;
            return new IncidentFilter(service.isEmpty() ? null : service, states, kind, null, null);
        }

        String address(String path, String state, @Nullable String next) {
            var address = UriComponentsBuilder.fromPath(path).queryParam("state", state);
            if (!type.isEmpty()) address.queryParam("type", "{type}");
            if (!service.isEmpty()) address.queryParam("service", "{service}");
            if (next != null) address.queryParam("cursor", next);
            return address.encode().buildAndExpand(Map.of("type", type, "service", service)).toUriString();
        }

        @Nullable Long before() {
            return Cursor.decode(cursor).map(Filter::number).orElse(null);
        }

        private static Long number(String text) {
            if (!text.matches("\\d{1,18}")) throw Unprocessable.of("cursor", "MALFORMED", "This cursor was not made here.");
            return Long.valueOf(text);
        }
    }

    IncidentsPage page(Filter filter, ReaderTime time) {
        var names = new Names(documents.at(time.now()));
        var read = incidents.list(filter.asked(), filter.before(), SHOWN + 1);
        var shown = read.stream().limit(SHOWN).toList();
        var next = read.size() > SHOWN ? Cursor.encode(String.valueOf(shown.getLast().incident().number())) : null;
        return new IncidentsPage(
                heading(filter, shown, next), lede(shown), states(filter), types(filter), filter.state(), filter.type(), filter.service(),
                rows(shown, names, time), filter.address("/incidents.csv", filter.state(), null),
                next == null ? null : filter.address("/incidents", filter.state(), next));
    }

    Csv csv(Filter filter, ReaderTime time) {
        var names = new Names(documents.at(time.now()));
        var csv = new Csv("incident", "service", "summary", "state", "type", "started", "resolved", "acknowledged by", "loss", "currency");
        for (var picture : incidents.list(filter.asked(), filter.before(), MOST)) {
            var incident = picture.incident();
            var loss = picture.cost().soFar();
            csv.row(List.of(
                    incident.reference(), incident.service().value(), incident.summary(), incident.state().toString(), incident.type().word(),
                    incident.startedAt().toString(), Objects.toString(incident.resolvedAt(), ""),
                    incident.acknowledgedBy() == null ? "" : names.of(incident.acknowledgedBy()),
                    loss == null ? "" : loss.rounded().amount().toPlainString(), loss == null ? "" : loss.currency().getCurrencyCode()));
        }
        return csv;
    }

    private static String heading(Filter filter, List<Picture> shown, @Nullable String next) {
        if (!filter.state().equals("open")) return filter.state().equals("all") ? "Incidents" : "Resolved incidents";
        if (shown.isEmpty()) return "Nothing is wrong";
        if (next != null) return "More than " + SHOWN + " incidents are open";
        return shown.size() == 1 ? "One incident is open" : shown.size() + " incidents are open";
    }

    /** What all that is shown costs together, and which costs most. */
    private static String lede(List<Picture> shown) {
        var burning = shown.stream().filter(it -> it.incident().isOpen()).map(it -> it.cost().ratePerHour()).filter(Objects::nonNull).toList();
        var together = burning.stream().reduce(Money::plus).orElse(null);
        if (together == null || together.isZero()) return shown.stream().anyMatch(it -> it.incident().isOpen())
                ? "None of them loses money that is known." : "No money is being lost.";
        return Figures.money(together) + " an hour " + (burning.size() == 1 ? "is" : "are together") + " being lost.";
    }

    private static List<Choice> states(Filter filter) {
        return List.of(state(filter, "open", "Open"), state(filter, "resolved", "Resolved"), state(filter, "all", "All"));
    }

    private static Choice state(Filter filter, String state, String words) {
        return new Choice(filter.address("/incidents", state, null), words, filter.state().equals(state));
    }

    private static List<Choice> types(Filter filter) {
        return List.of(new Choice("", "all", filter.type().isEmpty()), new Choice("major", "major", filter.type().equals("major")),
                new Choice("minor", "minor", filter.type().equals("minor")));
    }

    private static List<IncidentsPage.Row> rows(List<Picture> shown, Names names, ReaderTime time) {
        var rows = new ArrayList<IncidentsPage.Row>();
        @Nullable LocalDate day = null;
        for (var picture : shown) {
            var incident = picture.incident();
            var its = time.local(incident.startedAt()).toLocalDate();
            var heading = its.equals(day) ? null : its.equals(time.today()) ? "Today" : time.day(its);
            rows.add(new IncidentsPage.Row(
                    heading, incident.reference(), incident.summary(), incident.service().value(), IncidentWords.states(incident),
                    IncidentWords.who(picture, names), time.time(incident.startedAt()),
                    Figures.clock(IncidentWords.lasted(incident, time.now())), IncidentWords.loss(picture)));
            day = its;
        }
        return List.copyOf(rows);
    }
}
