package dev.holdfast.portal.web.frame;

import dev.holdfast.access.Viewer;
import dev.holdfast.alerts.Severity;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.Declared;
import dev.holdfast.incidents.IncidentId;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Responding;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Declaring an incident: who sees smoke may ring. */
@Controller
class DeclarePages {

    private static final Map<String, String> SHARES = Map.of("1", "All of it", "0.5", "Half of it", "0.1", "A tenth of it", "0", "Nothing yet");
    private static final int LONGEST = 500;

    private final Documents documents;
    private final Incidents incidents;
    private final Responding responding;

    DeclarePages(Documents documents, Incidents incidents, Responding responding) {
        this.documents = documents;
        this.incidents = incidents;
        this.responding = responding;
    }

    @GetMapping("/declare")
    String form(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> fields, Model model) {
        model.addAttribute("page", page(frame, new Form(fields), FormFaults.NONE, true));
        return "portal/declare";
    }

    @PostMapping("/declare")
    String declare(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        try {
            return "redirect:/incidents/" + incidents.find(declared(form, viewer).toString()).reference();
        } catch (Unprocessable refused) {
            model.addAttribute("page", page(frame, form, FormFaults.of(refused, form.typed()), form.text("call") != null));
            return "portal/declare";
        }
    }

    private IncidentId declared(Form form, Viewer viewer) {
        var service = responding.service("service", form.required("service", "Choose the service that is hit"));
        responding.demandMayDeclare(viewer, service);
        var summary = form.required("summary", "Say what is wrong");
        if (summary.length() > LONGEST) throw Unprocessable.of("summary", "OUT_OF_RANGE", "Say it in " + LONGEST + " letters; notes hold the rest");
        var share = form.fields().getOrDefault("share", "1");
        if (!SHARES.containsKey(share)) throw Unprocessable.of("share", "UNKNOWN_VALUE", "Choose how much of it is gone");
        return incidents.declare(
                new Declared(service, summary, Severity.CRITICAL, new BigDecimal(share), form.text("call") != null), responding.actor(viewer, null));
    }

    private DeclarePage page(Frame frame, Form form, FormFaults faults, boolean call) {
        var asked = form.fields().getOrDefault("service", "");
        var services = documents.at(frame.time().now()).services().stream()
                .map(service -> new Choice(service.name().value(), service.shown(), service.name().value().equals(asked)))
                .sorted(Comparator.comparing(Choice::words))
                .toList();
        var share = form.fields().getOrDefault("share", "1");
        var shares = List.of("1", "0.5", "0.1", "0").stream().map(it -> new Choice(it, SHARES.getOrDefault(it, it), it.equals(share))).toList();
        return new DeclarePage(services, shares, form.fields().getOrDefault("summary", ""), call, faults);
    }
}
