package dev.holdfast.portal.web.models;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.PolicyChanges;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the organisation has agreed on, and bands that are tried before they are saved. */
@Controller
class PolicyPages {

    private final PolicySheet sheet;
    private final BandsSheet bands;
    private final Policies policies;
    private final PolicyChanges changes;
    private final Ownership ownership;

    PolicyPages(PolicySheet sheet, BandsSheet bands, Policies policies, PolicyChanges changes, Ownership ownership) {
        this.sheet = sheet;
        this.bands = bands;
        this.policies = policies;
        this.changes = changes;
        this.ownership = ownership;
    }

    @GetMapping("/policy")
    String policy(@ModelAttribute("frame") Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.page(viewer, frame.time()));
        return "portal/policy";
    }

    /** A button that moves a bound leads to the address of what it made. */
    @GetMapping("/policy/bands")
    String bands(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam MultiValueMap<String, String> asked, Model model) {
        var draft = bands.draft(asked, frame.time());
        var step = asked.getFirst("step");
        if (step != null) return "redirect:" + draft.nudged(step).address("/policy/bands");
        model.addAttribute("page", bands.page(draft, viewer, frame.time(), FormFaults.NONE));
        return "portal/bands";
    }

    @GetMapping("/policy/bands/confirm")
    String confirm(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam MultiValueMap<String, String> asked, Model model) {
        demandMay(viewer);
        return confirming(bands.page(bands.draft(asked, frame.time()), viewer, frame.time(), FormFaults.NONE), model);
    }

    @PostMapping("/policy/bands")
    String save(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam MultiValueMap<String, String> asked, Model model) {
        viewer.demand(Scope.CATALOGUE);
        demandMay(viewer);
        var draft = bands.draft(asked, frame.time());
        var form = new Form(asked.toSingleValueMap());
        try {
            var reason = form.required("reason", "Say why: whoever is woken by it will ask");
            var from = Deciding.moment(form, "effectiveFrom", frame.time());
            changes.change(viewer, draft.changes(policies.at(frame.time().now())), from, reason);
        } catch (Unprocessable refused) {
            return confirming(bands.page(draft, viewer, frame.time(), FormFaults.of(refused, form.typed())), model);
        }
        return "redirect:/policy#versions";
    }

    private static String confirming(BandsPage page, Model model) {
        model.addAttribute("page", page);
        return page.effect() == null ? "portal/bands" : "portal/bandsConfirm";
    }

    private void demandMay(Viewer viewer) {
        if (!ownership.mayChangeAll(viewer)) throw new Forbidden("The policy is the whole organisation’s: administrators change it.");
    }
}
