package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.changes.Gate;
import dev.holdfast.changes.GateMode;
import dev.holdfast.http.NotFound;
import dev.holdfast.portal.web.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** What to write into a pipeline of a service. */
@Controller
class GatePages {

    private final Documents documents;
    private final Gate gate;
    private final Snippets snippets;

    GatePages(Documents documents, Gate gate, Snippets snippets) {
        this.documents = documents;
        this.gate = gate;
        this.snippets = snippets;
    }

    @GetMapping("/services/{name}/pipelines")
    String pipelines(@ModelAttribute("frame") Frame frame, @PathVariable String name, Model model) {
        var service = documents.at(frame.time().now())
                .service(new ServiceName(name))
                .orElseThrow(() -> new NotFound("There is no service " + name + "."));
        var mode = gate.mode(service.name()) == GateMode.RECORD_ONLY
                ? "The gate only records: whoever is refused goes on, and the audit says so."
                : "Whoever is refused does not deploy. A rollback always passes.";
        var owner = service.owner() == null ? "" : ", \"team\": \"" + service.owner() + "\"";
        var token = "{\"name\": \"%s-pipeline\", \"scopes\": [\"deployments\"]%s}".formatted(service.name(), owner);
        model.addAttribute("page", new GatePage(service.name().value(), service.shown(), mode, snippets.of(service.name()), token));
        return "portal/servicePipelines";
    }
}
