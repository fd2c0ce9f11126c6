package dev.holdfast.changes.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.changes.Agenda;
import dev.holdfast.changes.Agendas;
import dev.holdfast.http.Unprocessable;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agendas of change managers (C3). */
@RestController
@RequestMapping("/api/v1/cab-agendas")
class AgendasApi {

    private final Agendas agendas;
    private final ChangeViews views;

    AgendasApi(Agendas agendas, ChangeViews views) {
        this.agendas = agendas;
        this.views = views;
    }

    record AgendaBody(@Nullable Instant at, @Nullable List<String> changes) {}

    record DecisionBody(@Nullable String change, @Nullable String decision, @Nullable String reason, @Nullable String person) {}

    record AgendaView(String id, Instant at, String madeBy, List<ChangeView> changes) {}

    @PostMapping
    ResponseEntity<AgendaView> make(@RequestBody AgendaBody body, Viewer viewer) {
        if (body.at() == null) throw Unprocessable.of("at", "REQUIRED", "at is required.");
        var made = view(agendas.make(body.at(), body.changes() == null ? List.of() : body.changes(), viewer));
        return ResponseEntity.created(URI.create("/api/v1/cab-agendas/" + made.id())).body(made);
    }

    @GetMapping("/{id}")
    AgendaView one(@PathVariable String id, Viewer viewer) {
        return view(agendas.find(id, viewer));
    }

    @PostMapping("/{id}/decide")
    AgendaView decide(@PathVariable String id, @RequestBody DecisionBody body, Viewer viewer) {
        var change = Texts.required("change", body.change());
        var approves = switch (Texts.required("decision", body.decision())) {
            case "approve" -> true;
            case "reject" -> false;
            default -> throw Unprocessable.of("decision", "UNKNOWN_VALUE", "A decision is approve or reject.");
        };
        return view(agendas.decide(id, change, approves, body.reason(), body.person(), viewer));
    }

    private AgendaView view(Agenda agenda) {
        return new AgendaView(agenda.id().toString(), agenda.at(), agenda.madeBy(), views.of(agenda.changes()));
    }
}
