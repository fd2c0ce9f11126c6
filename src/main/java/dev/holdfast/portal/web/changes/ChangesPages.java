package dev.holdfast.portal.web.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.changes.ChangeTemplates;
import dev.holdfast.changes.Changes;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Changes and templates, and what change managers make of them. */
@Controller
class ChangesPages {

    private final ChangesSheet list;
    private final ChangeSheet sheet;
    private final Changes changes;
    private final ChangeTemplates templates;

    ChangesPages(ChangesSheet list, ChangeSheet sheet, Changes changes, ChangeTemplates templates) {
        this.list = list;
        this.sheet = sheet;
        this.changes = changes;
        this.templates = templates;
    }

    @GetMapping("/changes")
    String all(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String service, @RequestParam(defaultValue = "") String decided,
            @RequestParam @Nullable String cursor, Model model) {
        var asked = new ChangesSheet.Asked(state.strip(), service.strip(), decided.strip(), cursor);
        model.addAttribute("page", list.page(asked, viewer, frame.time(), FormFaults.NONE));
        return "portal/changes";
    }

    @GetMapping("/changes.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @RequestParam(defaultValue = "") String service) {
        return Downloads.csv("deployments", list.csv(service.strip(), viewer));
    }

    @GetMapping("/changes/{reference}")
    String one(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String reference, Model model) {
        model.addAttribute("page", sheet.change(reference, viewer, frame.time()));
        return "portal/change";
    }

    @PostMapping("/changes/{reference}/{act:approve|reject}")
    String decide(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String reference, @PathVariable String act,
            @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        try {
            changes.decide(reference, act.equals("approve"), form.text("reason"), null, viewer);
            return "redirect:/changes/" + reference;
        } catch (Unprocessable refused) {
            model.addAttribute("page", sheet.change(reference, viewer, frame.time()).with(FormFaults.of(refused, form.typed())));
            return "portal/change";
        }
    }

    @GetMapping("/change-templates/{name}")
    String template(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, Model model) {
        model.addAttribute("page", sheet.template(name, viewer, frame.time()));
        return "portal/changeTemplate";
    }

    @PostMapping("/change-templates/{name}/{act}")
    String judge(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, @PathVariable String act,
            @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        var reason = Objects.requireNonNullElse(form.text("reason"), "");
        try {
            switch (act) {
                case "agree" -> templates.agree(name, null, viewer);
                case "renew" -> templates.renew(name, null, viewer);
                case "suspend" -> templates.suspend(name, reason, null, viewer);
                case "reinstate" -> templates.reinstate(name, reason, null, viewer);
                default -> throw new NotFound("There is nothing here.");
            }
            return "redirect:/change-templates/" + name;
        } catch (Unprocessable refused) {
            model.addAttribute("page", sheet.template(name, viewer, frame.time()).with(FormFaults.of(refused, form.typed())));
            return "portal/changeTemplate";
        }
    }
}
