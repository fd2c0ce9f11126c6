package dev.holdfast.portal.web.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.care.CareSheet;
import dev.holdfast.portal.web.HeldCallouts;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on call. */
@Controller
class OnCallPages {

    private final OnCallSheet sheet;
    private final ProposedSheet proposed;
    private final HeldCallouts held;
    private final CareSheet care;

    OnCallPages(OnCallSheet sheet, ProposedSheet proposed, HeldCallouts held, CareSheet care) {
        this.sheet = sheet;
        this.proposed = proposed;
        this.held = held;
        this.care = care;
    }

    @GetMapping("/on-call")
    String onCall(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked, Model model) {
        show(sheet.named(asked, frame.time()), viewer, frame, model);
        return "portal/onCall";
    }

    /** What is offered while somebody types a name. */
    @GetMapping("/on-call/names")
    String names(@ModelAttribute("frame") Frame frame, @RequestParam String of, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("names", sheet.offered(of, q, frame.time()));
        return "portal/names";
    }

    private void show(OnCallAsked asked, Viewer viewer, Frame frame, Model model) {
        model.addAttribute("page", sheet.page(asked, frame.time()));
        model.addAttribute("fair", care.fair(asked.of("team"), asked.of("domain"), frame.time()));
        model.addAttribute("proposed", asked.isNarrowed() ? List.of() : proposed.open(viewer, null, frame.time()));
        model.addAttribute("held", asked.isNarrowed() ? List.of() : held.now(frame.time()));
    }

    /** In the order of the numbers that were typed; a person without one takes no turns. */
    @PostMapping("/on-call/proposals/{id}/confirm")
    String confirm(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String id, @RequestParam Map<String, String> fields, Model model) {
        return decided(frame, viewer, fields, model, () -> proposed.confirm(id, fields, viewer));
    }

    @PostMapping("/on-call/proposals/{id}/dismiss")
    String dismiss(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String id, @RequestParam Map<String, String> fields, Model model) {
        return decided(frame, viewer, fields, model, () -> proposed.dismiss(id, fields, viewer));
    }

    private String decided(Frame frame, Viewer viewer, Map<String, String> fields, Model model, Supplier<DomainName> decide) {
        try {
            return "redirect:/domains/" + decide.get();
        } catch (Unprocessable refused) {
            model.addAttribute("faults", FormFaults.of(refused, fields).at("proposed"));
        } catch (Conflict meanwhile) {
            model.addAttribute("faults", FormFaults.of("proposed", meanwhile.detail(), fields));
        }
        show(OnCallAsked.of(Map.of()), viewer, frame, model);
        return "portal/onCall";
    }

    @GetMapping("/on-call.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked) {
        return Downloads.csv("on-call", sheet.csv(sheet.named(asked, frame.time()), frame.time()));
    }
}
