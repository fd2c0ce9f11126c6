package dev.holdfast.incidents.web;

import dev.holdfast.alerts.Alert;
import dev.holdfast.http.NotApplicable;
import dev.holdfast.incidents.Cost;
import dev.holdfast.incidents.Picture;
import dev.holdfast.incidents.TimelineEntry;
import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An incident in the contract's shape. */
final class IncidentJson {

    private static final String NO_TARGET = "the service has no target";

    private IncidentJson() {}

    /** As a list has it: without alerts, explanation and links. */
    static Map<String, @Nullable Object> brief(Picture picture, String baseUrl) {
        var incident = picture.incident();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", incident.id());
        json.put("number", incident.reference());
        json.put("url", baseUrl + "/incidents/" + incident.reference());
        json.put("summary", incident.summary());
        json.put("state", incident.state());
        json.put("service", incident.service());
        json.put("affected", picture.affected().stream()
                .map(it -> Map.of("service", it.service(), "impact", it.impact().toPlainString()))
                .toList());
        json.put("severity", incident.severity());
        json.put("security", incident.security());
        json.put("type", incident.type().word());
        json.put("typeBy", incident.typeBy());
        json.put("method", incident.size().method().word());
        json.put("restoreBy", incident.restoreBy());
        json.put("startedAt", incident.startedAt());
        json.put("openedAt", incident.openedAt());
        json.put("acknowledgedAt", incident.acknowledgedAt());
        json.put("acknowledgedBy", incident.acknowledgedBy());
        json.put("resolvedAt", incident.resolvedAt());
        json.put("resolvedBy", incident.resolvedBy());
        json.put("alertCount", picture.alertCount());
        json.put("commander", incident.commander());
        json.put("responders", picture.responders());
        json.put("paging", paging(picture));
        json.put("loss", loss(picture.cost()));
        json.put("tolerance", tolerance(picture));
        json.put("protection", protection(picture.cost()));
        json.put("externalId", incident.externalId());
        json.put("ticket", null);
        return json;
    }

    static Map<String, @Nullable Object> whole(
            Picture picture, List<Alert> alerts, List<Map<String, String>> links, List<TimelineEntry> timeline, String baseUrl) {
        var json = brief(picture, baseUrl);
        json.put("alerts", alerts.stream().map(IncidentJson::alert).toList());
        json.put("links", links);
        json.put("explain", explain(timeline));
        return json;
    }

    static Map<String, @Nullable Object> alert(Alert alert) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", alert.id());
        json.put("dedupKey", alert.key().dedupKey());
        json.put("integration", alert.key().integration());
        json.put("service", alert.service());
        json.put("severity", alert.severity());
        json.put("state", alert.state());
        json.put("summary", alert.summary());
        json.put("count", alert.count());
        json.put("firstAt", alert.firstAt());
        json.put("lastAt", alert.lastAt());
        return json;
    }

    static Map<String, @Nullable Object> entry(TimelineEntry entry) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", entry.id());
        json.put("at", entry.at());
        json.put("kind", entry.kind());
        json.put("by", entry.by());
        json.put("text", entry.text());
        json.put("data", entry.data());
        if (!entry.explain().isEmpty()) {
            json.put("explain", entry.explain());
        }
        return json;
    }

    /** What decided how it stands: the reasons of its opening and of its latest type. */
    private static List<Because> explain(List<TimelineEntry> timeline) {
        var explain = new ArrayList<Because>();
        timeline.stream().filter(it -> it.kind().equals("opened")).findFirst().ifPresent(it -> explain.addAll(it.explain()));
        timeline.stream()
                .filter(it -> it.kind().equals("type"))
                .reduce((one, two) -> two)
                .ifPresent(it -> explain.addAll(it.explain()));
        return explain;
    }

    private static Map<String, @Nullable Object> paging(Picture picture) {
        var paging = picture.paging();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("state", paging.state());
        json.put("schedule", paging.schedule());
        json.put("step", paging.step());
        json.put("round", paging.round());
        json.put("suppressedUntil", paging.suppressedUntil());
        return json;
    }

    private static Map<String, @Nullable Object> loss(Cost cost) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("soFar", figure(cost.soFar(), cost));
        json.put("ratePerHour", figure(cost.ratePerHour(), cost));
        json.put("expected", figure(cost.expected(), cost));
        json.put("atTolerable", figure(cost.atTolerable(), cost));
        json.put("basis", cost.stated() ? "stated" : "calculated");
        json.put("becomesMajorAt", cost.becomesMajorAt());
        return json;
    }

    private static Map<String, Object> protection(Cost cost) {
        return Map.of(
                "protected", figure(cost.protectedLoss(), cost),
                "effectiveness", share(cost.effectiveness(), cost),
                "overrun", figure(cost.overrun(), cost));
    }

    private static Object tolerance(Picture picture) {
        var tolerance = picture.tolerance();
        if (tolerance == null) {
            return new NotApplicable(NO_TARGET);
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("perWeek", tolerance.perWeek());
        json.put("left", tolerance.left());
        json.put("exhaustedAt", tolerance.exhaustedAt());
        return json;
    }

    private static Object figure(@Nullable Money money, Cost cost) {
        return money == null ? missing(cost) : money.rounded();
    }

    private static Object share(@Nullable BigDecimal share, Cost cost) {
        if (share != null) {
            return share.setScale(4, RoundingMode.HALF_UP).toPlainString();
        }
        return cost.atTolerable() == null ? missing(cost) : new NotApplicable("nothing was to be lost at tolerable unavailability");
    }

    private static NotApplicable missing(Cost cost) {
        return new NotApplicable(Objects.requireNonNullElse(cost.notApplicable(), NO_TARGET));
    }
}
