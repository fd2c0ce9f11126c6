package dev.holdfast.paging;

import dev.holdfast.quantities.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the outgoing webhook says of the subject, as the contract has it; the delivery adds its own fields. */
final class PageBody {

    private static final int LATEST_KEYS = 100;
    private static final int OTHERS = 100;

    private PageBody() {}

    static ObjectNode of(List<SubjectBrief> briefs) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("incident", incident(briefs.getFirst()));
        if (briefs.size() > 1) {
            var others = body.putArray("alsoIncidents");
            briefs.stream().skip(1).limit(OTHERS).forEach(other -> others.add(incident(other)));
        }
        return body;
    }

    private static ObjectNode incident(SubjectBrief brief) {
        var incident = JsonNodeFactory.instance.objectNode();
        incident.put("id", brief.id().value());
        incident.put("number", brief.number());
        incident.put("url", brief.url().toString());
        incident.put("service", brief.service().value());
        incident.put("type", brief.type());
        incident.put("summary", brief.summary());
        incident.put("severity", brief.severity());
        var keys = incident.putArray("dedupKeys");
        var latest = brief.dedupKeys();
        latest.subList(Math.max(0, latest.size() - LATEST_KEYS), latest.size()).forEach(keys::add);
        incident.put("alertCount", brief.alertCount());
        incident.set("ratePerHour", money(brief.ratePerHour()));
        return incident;
    }

    private static JsonNode money(@Nullable Money money) {
        if (money == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        var node = JsonNodeFactory.instance.objectNode();
        node.put("amount", money.rounded().amount().toPlainString());
        node.put("currency", money.currency().getCurrencyCode());
        return node;
    }
}
