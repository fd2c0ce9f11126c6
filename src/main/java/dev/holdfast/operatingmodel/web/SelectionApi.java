package dev.holdfast.operatingmodel.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.operatingmodel.Decisions;
import dev.holdfast.operatingmodel.Evaluations;
import dev.holdfast.operatingmodel.Selection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Targets, operating models and on-call levels, calculated and decided. */
@RestController
@RequestMapping("/api/v1")
class SelectionApi {

    private final Selection selection;
    private final Decisions decisions;
    private final Evaluations evaluations;
    private final Clock clock;

    SelectionApi(Selection selection, Decisions decisions, Evaluations evaluations, Clock clock) {
        this.selection = selection;
        this.decisions = decisions;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    @PostMapping("/selection/evaluate")
    @Operation(requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = EvaluationBody.class))))
    OutcomeView evaluate(Viewer viewer, @RequestBody ObjectNode question) {
        viewer.demand(Scope.READ);
        return OutcomeView.of(evaluations.evaluate(question));
    }

    @GetMapping("/services/{name}/selection")
    SelectedView selection(
            Viewer viewer, @PathVariable ServiceName name, @RequestParam(required = false) @Nullable Instant at) {
        viewer.demand(Scope.READ);
        var instant = at == null ? clock.instant() : at;
        return SelectedView.of(name, selection.known(name, instant));
    }

    @GetMapping("/services/{name}/selection/decisions")
    Listing<DecisionView> decisions(
            Viewer viewer,
            @PathVariable ServiceName name,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        viewer.demand(Scope.READ);
        var most = Limit.of(limit);
        var before = Cursor.read(cursor, UUID::fromString).orElse(null);
        return Listing.cut(decisions.of(name, before, most.andOne()), most, it -> it.id().toString())
                .map(DecisionView::of);
    }

    @PostMapping("/services/{name}/selection")
    ResponseEntity<DecisionView> decide(
            Viewer viewer, @PathVariable ServiceName name, @RequestBody DecisionRequest request) {
        viewer.demand(Scope.CATALOGUE);
        var decision = decisions.decide(
                viewer, name, request.overriding(), request.demandReason(), request.until());
        var location = URI.create("/api/v1/services/" + name + "/selection/decisions");
        return ResponseEntity.created(location).body(DecisionView.of(decision));
    }
}
