package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.Actor;
import dev.holdfast.incidents.HandedTo;
import dev.holdfast.incidents.Incident;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Responding;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do on an incident's page: the same door and the same check as the API, and back to the page. */
@Controller
class IncidentActs {

    private static final Set<String> HELP = Set.of("acknowledge", "notes", "responders", "join", "leave", "escalate");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Incidents incidents;
    private final IncidentSheet sheet;
    private final Responding responding;

    IncidentActs(Incidents incidents, IncidentSheet sheet, Responding responding) {
        this.incidents = incidents;
        this.sheet = sheet;
        this.responding = responding;
    }

    @PostMapping("/incidents/{number}/{act:[a-z-]+}")
    String act(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String number, @PathVariable String act,
            @RequestParam Map<String, String> fields, Model model) {
        var incident = incidents.find(number);
        var form = new Form(fields);
        demandMay(act, viewer, incident);
        try {
            perform(act, incident, responding.actor(viewer, null), viewer, form);
        } catch (Unprocessable refused) {
            return refused(number, viewer, frame, FormFaults.of(refused, form.typed()), model);
        } catch (Conflict meanwhile) {
            return refused(number, viewer, frame, FormFaults.of("", meanwhile.detail(), form.typed()), model);
        }
        return "redirect:/incidents/" + incident.reference();
    }

    /** The page as it stands now, with what was refused above it and what was typed still in its fields. */
    private String refused(String number, Viewer viewer, Frame frame, FormFaults faults, Model model) {
        model.addAttribute("page", sheet.page(number, "all", viewer, frame.time(), faults));
        return "portal/incident";
    }

    /** Anybody may help; deciding is for those whom it concerns. */
    private void demandMay(String act, Viewer viewer, Incident incident) {
        if (act.equals("hand-over")) {
            responding.demandMayHandOver(viewer, incident);
        } else if (HELP.contains(act)) {
            responding.demandMayHelp(viewer, incident);
        } else {
            responding.demandMayDecide(viewer, incident);
        }
    }

    private void perform(String act, Incident incident, Actor actor, Viewer viewer, Form form) {
        var id = incident.id();
        switch (act) {
            case "acknowledge" -> incidents.acknowledge(id, actor, form.text("note"));
            case "resolve" -> incidents.resolve(id, actor, form.text("note"));
            case "reopen" -> incidents.reopen(id, actor, form.required("reason", "Say why it is not over"));
            case "notes" -> incidents.note(id, actor, form.required("text", "A note needs words"));
            case "impact" -> incidents.impact(id, actor, affected(form), share(form), null, form.text("note"));
            case "loss" -> incidents.loss(id, actor, form.number("amount", "Say how much was lost, in figures"), null,
                    form.required("note", "Say how it is known"));
            case "reassign" -> incidents.reassign(id, actor, responding.service("service", form.required("service", "Choose the service that answers")),
                    form.required("reason", "Say why another service answers"));
            case "commander" -> incidents.commander(id, actor, person(form));
            case "responders" -> incidents.join(id, actor, person(form));
            case "join" -> incidents.join(id, actor, self(viewer));
            case "leave" -> incidents.leave(id, actor, self(viewer));
            case "hand-over" -> incidents.handOver(id, actor, HandedTo.read(form.required("tier", "Choose the tier that goes on")),
                    form.required("note", "Say what the next tier should know"));
            case "escalate" -> incidents.escalate(id, actor);
            case "unacknowledge" -> incidents.unacknowledge(id, actor, form.text("note"));
            case "major" -> incidents.major(id, actor, form.required("reason", "Say why it is major"));
            case "minor" -> incidents.minor(id, actor, form.required("reason", "Say why it is minor"));
            case "security" -> incidents.security(id, actor, "true".equals(form.text("affectsUsers")));
            default -> throw new NotFound("An incident has no act " + act + ".");
        }
    }

    private static BigDecimal share(Form form) {
        var field = form.text("preset") == null ? "percent" : "preset";
        var percent = form.number(field, "Say how much of it is lost, from 0 to 100 per cent");
        if (percent.compareTo(HUNDRED) > 0) throw Unprocessable.of("impact", "OUT_OF_RANGE", "No more than 100 per cent can be lost");
        return percent.movePointLeft(2);
    }

    private @Nullable ServiceName affected(Form form) {
        var name = form.text("service");
        return name == null ? null : responding.service("service", name);
    }

    private PersonName person(Form form) {
        return responding.person("person", form.required("person", "Choose a person"));
    }

    private static PersonName self(Viewer viewer) {
        if (viewer.person() == null) throw Unprocessable.of("person", "REQUIRED", "This account is no person of the organisation");
        return new PersonName(viewer.person());
    }
}
