package dev.holdfast.incidents;

import dev.holdfast.alerts.Alerts;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.http.Conflict;
import dev.holdfast.paging.Tiers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hands an open incident over to another tier of operations: it stays the same incident, and that tier's people are called. */
@Component
class HandingOver {

    private final IncidentStore incidents;
    private final RecordStore records;
    private final Lifecycle lifecycle;
    private final Alerts alerts;
    private final Tiers tiers;
    private final News news;

    HandingOver(IncidentStore incidents, RecordStore records, Lifecycle lifecycle, Alerts alerts, Tiers tiers, News news) {
        this.incidents = incidents;
        this.records = records;
        this.lifecycle = lifecycle;
        this.alerts = alerts;
        this.tiers = tiers;
        this.news = news;
    }

    /** Whoever acknowledged it goes on helping, and the next tier is asked to answer. */
    void to(IncidentId id, Actor actor, Tier tier, String note, Instant now) {
        var incident = lifecycle.lock(id);
        if (!incident.isOpen()) {
            throw new Conflict("STATE", incident.reference() + " is resolved: reopen it first.");
        }
        if (incident.state() == State.ACKNOWLEDGED) {
            incidents.unacknowledge(id);
            alerts.unacknowledgeAllOf(id.value());
        }
        records.write(List.of(Entry.of(
                id, now, "handed-over", actor.by(), "%s handed it over to %s.".formatted(actor.by(), tier),
                Map.of("tier", tier.name(), "note", note))));
        tiers.handOver(Lifecycle.subject(id), incident.service(), tier, now);
        news.changed(id);
    }
}
