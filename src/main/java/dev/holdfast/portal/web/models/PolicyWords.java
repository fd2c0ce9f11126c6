package dev.holdfast.portal.web.models;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.operatingmodel.Policy;
import dev.holdfast.operatingmodel.Remuneration;
import dev.holdfast.operatingmodel.Remuneration.Rate;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ServiceWords;
import dev.holdfast.portal.web.models.PolicyPage.Severity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The parts of a policy's document in words; what it leaves out is as in the example. */
record PolicyWords(Policy policy, CatalogueView view, ObjectNode spec, ObjectNode example) {

    List<Pair> loss() {
        var high = money(at("incidentLoss.high"));
        var medium = money(at("incidentLoss.medium"));
        return List.of(
                Pair.of("High, from " + high, "major: restore immediately"),
                Pair.of("Medium, from " + medium, "minor: by the end of the next working day"),
                Pair.of("Low, below " + medium, "minor: when possible"),
                Pair.of("Somebody is woken", "from " + at("wakeFrom").asString("low") + " on"));
    }

    List<Severity> severities() {
        return List.of("critical", "error", "warning", "info").stream()
                .map(name -> new Severity(name, switch (at("severities." + name + ".page").asString("never")) {
                    case "always" -> "calls at every hour";
                    case "working-hours" -> "waits for working hours";
                    default -> "calls nobody";
                }, share(at("severities." + name + ".impact"))))
                .toList();
    }

    List<Pair> waking() {
        var unrouted = at("unrouted.service").asString("");
        var breakThrough = at("suppression.breakThrough.lossAbove");
        return List.of(
                Pair.of("A step waits", time(at("escalation.stepTimeout"))),
                Pair.of("Rounds", at("escalation.rounds").asString("3")),
                Pair.of("A major acknowledgement lapses after", time(at("escalation.majorAckTimeout"))),
                Pair.of("A held callout breaks through", breakThrough.isMissingNode() ? "never" : "above " + money(breakThrough) + " lost"),
                unrouted.isEmpty() ? Pair.of("Alerts that no route places", "are kept in a list") : Pair.to("Alerts that no route places", unrouted, "/services/" + unrouted));
    }

    List<Pair> prices() {
        var prices = policy.remuneration();
        if (prices == null) return List.of(Pair.missing("Price list", "spec.remuneration"));
        var pairs = new ArrayList<Pair>();
        pairs.add(Pair.of("Paid", prices.model() == Remuneration.Model.STANDBY ? "standby" : "standby and callouts"));
        var standby = prices.standby();
        pairs.add(Pair.of("Standby", rate(standby.weekday())));
        if (!standby.weekend().equals(standby.weekday())) pairs.add(Pair.of("Standby at weekends", rate(standby.weekend())));
        if (!standby.holiday().equals(standby.weekday())) pairs.add(Pair.of("Standby on holidays", rate(standby.holiday())));
        var callout = prices.callout();
        if (callout != null) {
            pairs.add(Pair.of("A callout", rate(callout.rate()) + ", at least " + Figures.words(callout.minimum())
                    + ", rounded up to " + Figures.words(callout.roundUpTo())));
        }
        for (var special : prices.exceptions()) {
            var whom = special.team() == null ? String.valueOf(special.person()) : special.team();
            pairs.add(Pair.of("Exception", whom + (special.standby() == null ? "" : ", standby " + rate(special.standby().weekday()))));
        }
        return pairs;
    }

    List<Pair> heads() {
        return List.of(head("Operations", policy.heads().operations()), head("Product", policy.heads().product()), head("Delivery", policy.heads().delivery()));
    }

    private Pair head(String label, @Nullable String person) {
        return person == null ? Pair.missing(label, "spec.heads." + ModelWords.lower(label)) : Pair.to(label, new Names(view).of(person), "/people/" + person);
    }

    private String rate(Rate rate) {
        return Bands.money(rate.amount(), policy.currency()) + " " + (rate.per() == Remuneration.Per.HOUR ? "an " : "a ") + rate.per().word();
    }

    /** The value at a path, as this version says it or else the example. */
    private JsonNode at(String path) {
        var said = walk(spec, path);
        return said.isMissingNode() ? walk(example, path) : said;
    }

    private static JsonNode walk(JsonNode node, String path) {
        var found = node;
        for (var field : path.split("\\.")) found = found.path(field);
        return found;
    }

    private String money(JsonNode amount) {
        return Bands.money(number(amount), policy.currency());
    }

    private static BigDecimal number(JsonNode amount) {
        try {
            return new BigDecimal(amount.asString("0"));
        } catch (NumberFormatException none) {
            return BigDecimal.ZERO;
        }
    }

    private static String share(JsonNode impact) {
        return impact.isMissingNode() ? "nothing" : Figures.percent(number(impact)) + " of the service";
    }

    private static String time(JsonNode duration) {
        try {
            return Figures.words(Duration.parse(duration.asString("PT0S")));
        } catch (DateTimeParseException other) {
            return ServiceWords.capital(duration.asString(""));
        }
    }
}
