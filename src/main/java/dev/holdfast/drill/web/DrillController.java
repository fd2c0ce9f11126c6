package dev.holdfast.drill.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.drill.Asked;
import dev.holdfast.drill.Chain;
import dev.holdfast.drill.Changed;
import dev.holdfast.drill.Drill;
import dev.holdfast.drill.Found;
import dev.holdfast.drill.Moment;
import dev.holdfast.drill.Run;
import dev.holdfast.drill.Step;
import dev.holdfast.drill.Verdict;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.Unprocessable;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routing fire drill: its last result, a run on demand, and one label set followed. */
@RestController
@RequestMapping("/api/v1/drill")
class DrillController {

    private static final int MOST_CHANGES = 200;

    private final Drill drill;

    DrillController(Drill drill) {
        this.drill = drill;
    }

    @GetMapping
    Map<String, @Nullable Object> last(
            Viewer viewer,
            @RequestParam(defaultValue = "now") String moment,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String domain,
            @RequestParam(defaultValue = "false") boolean broken,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        viewer.demand(Scope.READ);
        var most = Limit.of(limit);
        var asked = new Asked(moment(moment), team, domain, broken);
        var found = drill.found(asked, Cursor.read(cursor, Integer::valueOf).orElse(-1), most.andOne());
        var listing = Listing.cut(found, most, it -> String.valueOf(it.position())).map(DrillController::json);
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("run", drill.last().map(this::json).orElse(null));
        json.put("items", listing.items());
        json.put("next", listing.next());
        return json;
    }

    @PostMapping
    Map<String, @Nullable Object> run(Viewer viewer) {
        viewer.demand(Scope.READ);
        return json(drill.run(viewer));
    }

    record Traced(
            @Nullable String integration, @Nullable Map<String, String> labels, @Nullable String moment, @Nullable Instant at) {}

    @PostMapping("/trace")
    Map<String, @Nullable Object> trace(Viewer viewer, @RequestBody Traced body) {
        viewer.demand(Scope.READ);
        if (body.integration() == null || body.integration().isBlank()) {
            throw Unprocessable.of("integration", "REQUIRED", "integration is required");
        }
        var labels = new LinkedHashMap<String, String>(body.labels() == null ? Map.of() : body.labels());
        if (labels.values().removeIf(Objects::isNull)) throw Unprocessable.of("labels", "MALFORMED", "A label has a text");
        var moment = body.moment() == null ? Moment.NOW : moment(body.moment());
        return json(drill.trace(new IntegrationName(body.integration()), labels, moment, body.at()));
    }

    private Map<String, @Nullable Object> json(Run run) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", run.number());
        json.put("at", run.at());
        json.put("by", run.by());
        json.put("nightly", run.nightly());
        json.put("tookMs", run.took().toMillis());
        json.put("routes", run.routes());
        json.put("moments", Arrays.stream(Moment.values()).map(moment -> json(run, moment)).toList());
        var changes = drill.changes(run.number(), MOST_CHANGES);
        json.put("broke", changes.stream().filter(Changed::broke).toList());
        json.put("mended", changes.stream().filter(change -> !change.broke()).toList());
        return json;
    }

    private static Map<String, Object> json(Run run, Moment moment) {
        var json = new LinkedHashMap<String, Object>();
        json.put("moment", moment.word());
        json.put("reaching", run.reaching(moment));
        json.put("broken", run.broken(moment));
        for (var verdict : Verdict.values()) {
            json.put(verdict.word(), run.of(moment, verdict));
        }
        return json;
    }

    private static Map<String, @Nullable Object> json(Found found) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("route", found.key());
        json.put("moment", found.moment().word());
        json.put("at", found.at());
        json.put("integration", found.integration());
        json.put("labels", found.labels());
        json.put("service", found.service());
        json.put("team", found.team());
        json.put("domain", found.domain());
        json.put("verdict", found.verdict().word());
        var broken = found.broken();
        json.put("broken", broken == null ? null : Map.of("what", broken.what().word(), "sentence", broken.sentence()));
        json.put("people", found.people());
        json.put("waitsUntil", found.waitsUntil());
        json.put("atRiskPerHour", found.atRisk());
        return json;
    }

    private static Map<String, @Nullable Object> json(Chain chain) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("integration", chain.way().integration());
        json.put("labels", chain.way().labels());
        json.put("at", chain.at());
        json.put("service", chain.service());
        json.put("team", chain.team());
        json.put("verdict", chain.verdict().word());
        var broken = chain.broken();
        json.put("broken", broken == null ? null : Map.of("what", broken.what().word(), "sentence", broken.sentence()));
        json.put("people", chain.people());
        json.put("waitsUntil", chain.waitsUntil());
        json.put("atRiskPerHour", chain.atRisk());
        json.put("explain", List.of(Map.of("code", "ROUTED", "text", chain.way().route().why() + ".")));
        json.put("links", chain.steps().stream().map(DrillController::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(Step step) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("link", step.link());
        json.put("found", step.found());
        json.put("broken", step.broken() == null ? null : step.broken().what().word());
        return json;
    }

    private static Moment moment(String word) {
        return Moment.of(word).orElseThrow(() ->
                Unprocessable.of("moment", "UNKNOWN_VALUE", "“" + word + "” is no moment: there are now, tonight and sunday."));
    }
}
