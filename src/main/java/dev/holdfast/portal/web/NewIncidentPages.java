package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.alerts.Severity;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.Declared;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Responding;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Declaring an incident: the same door and the same check as the API. */
@Controller
class NewIncidentPages {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST = 500;

    private final Incidents incidents;
    private final Responding responding;
    private final NewIncidentSheet sheet;

    NewIncidentPages(Incidents incidents, Responding responding, NewIncidentSheet sheet) {
        this.incidents = incidents;
        this.responding = responding;
        this.sheet = sheet;
    }

    @GetMapping("/incidents/new")
    String ask(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "") String service, Model model) {
        model.addAttribute("page", sheet.page(service.strip(), frame.time(), FormFaults.NONE));
        return "portal/newIncident";
    }

    @PostMapping("/incidents/new")
    String declare(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        try {
            var declared = declared(form);
            responding.demandMayDeclare(viewer, declared.service());
            return "redirect:/incidents/" + incidents.find(incidents.declare(declared, responding.actor(viewer, null)).toString()).reference();
        } catch (Unprocessable refused) {
            model.addAttribute("page", sheet.page(fields.getOrDefault("service", "").strip(), frame.time(), FormFaults.of(refused, form.typed())));
            return "portal/newIncident";
        }
    }

    private Declared declared(Form form) {
        var service = responding.service("service", form.required("service", "Say which service it is"));
        var summary = form.required("summary", "Say what is wrong, in a sentence");
        if (summary.length() > LONGEST) throw Unprocessable.of("summary", "TOO_LONG", "A sentence: at most 500 characters");
        return new Declared(service, summary, severity(form), impact(form), "true".equals(form.text("page")));
    }

    private static Severity severity(Form form) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.toString().equals(form.text("severity")))
                .findFirst()
                .orElseThrow(() -> Unprocessable.of("severity", "UNKNOWN_VALUE", "Choose how severe it is"));
    }

    private static @Nullable BigDecimal impact(Form form) {
        if (form.text("percent") == null) return null;
        var percent = form.number("percent", "Say how much of it is lost, from 0 to 100 per cent, or nothing");
        if (percent.signum() == 0 || percent.compareTo(HUNDRED) > 0) throw Unprocessable.of("percent", "OUT_OF_RANGE", "More than 0 and at most 100 per cent can be lost");
        return percent.movePointLeft(2);
    }
}
