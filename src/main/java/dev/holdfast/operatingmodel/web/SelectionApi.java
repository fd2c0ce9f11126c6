package dev.holdfast.operatingmodel.web;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Evaluations;
import dev.holdfast.operatingmodel.Selection;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
    private final Evaluations evaluations;
    private final Clock clock;

    SelectionApi(Selection selection, Evaluations evaluations, Clock clock) {
        this.selection = selection;
        this.evaluations = evaluations;
        this.clock = clock;
    }

    @PostMapping("/selection/evaluate")
    OutcomeView evaluate(@RequestBody ObjectNode question) {
        return OutcomeView.of(evaluations.evaluate(question));
    }

    @GetMapping("/services/{name}/selection")
    SelectedView selection(@PathVariable ServiceName name, @RequestParam @Nullable Instant at) {
        var instant = at == null ? clock.instant() : at;
        return SelectedView.of(name, selection.known(name, instant));
    }
}
