package dev.holdfast.demo;

import dev.holdfast.alerts.AlertKey;
import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Severity;
import dev.holdfast.alerts.Signal;
import dev.holdfast.catalogue.ServiceName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the telemetry of the retailer says when something is wrong. */
record Telemetry(String service, String name, Severity severity, String summary) {

    static final Telemetry BEDROOM = new Telemetry("bedroom", "BedroomSearchErrors", Severity.CRITICAL, "Bedroom search returns errors");

    private static final List<Telemetry> SMALL = List.of(
            new Telemetry("wardrobes", "WardrobesLatencyHigh", Severity.WARNING, "Wardrobes answers slowly"),
            new Telemetry("delivery-slots", "SlotsQueueGrowing", Severity.WARNING, "Requests for slots wait longer than a minute"),
            new Telemetry("store-finder", "StoreFinderStale", Severity.WARNING, "Opening hours are a day old"),
            new Telemetry("warehouse-link", "WarehouseLinkRetries", Severity.ERROR, "Stock of one warehouse arrives late"),
            new Telemetry("sofas", "SofasPicturesMissing", Severity.WARNING, "Some fabric pictures do not load"),
            new Telemetry("gift-cards", "GiftCardsErrors", Severity.WARNING, "One code in a hundred is refused"),
            new Telemetry("kitchens", "KitchensBuildSlow", Severity.ERROR, "The new planner takes ten seconds to open"));

    private static final IntegrationName INTEGRATION = new IntegrationName("shop-alerts");
    private static final int STRIDE = 5;

    /** The small alert of an instant: the same one whenever it is asked for. */
    static Telemetry at(Instant at) {
        return SMALL.get((int) Math.floorMod(at.getEpochSecond() / 3_600 * STRIDE, (long) SMALL.size()));
    }

    ServiceName serviceName() {
        return new ServiceName(service);
    }

    Signal trigger(Instant now, @Nullable Instant startedAt) {
        return signal(Signal.Action.TRIGGER, now, startedAt);
    }

    Signal resolve(Instant now) {
        return signal(Signal.Action.RESOLVE, now, null);
    }

    private Signal signal(Signal.Action action, Instant now, @Nullable Instant startedAt) {
        var labels = Map.of("alertname", name, "service", service, "severity", severity.toString());
        var links = List.of(new Signal.Link("https://grafana.example.com/d/" + service, "Dashboard"));
        return new Signal(
                new AlertKey(INTEGRATION, name), action, severity, summary, "prometheus", labels, links, "{}", startedAt, false, now);
    }
}
