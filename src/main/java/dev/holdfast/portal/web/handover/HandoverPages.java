package dev.holdfast.portal.web.handover;

import dev.holdfast.access.Viewer;
import dev.holdfast.handover.Handovers;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where notes for the next shift are left, and where whoever takes over says so. */
@Controller
@RequestMapping("/schedules/{name}/handovers")
class HandoverPages {

    private static final int LONGEST = 20_000;

    private final HandoverSheet sheet;
    private final Handovers handovers;

    HandoverPages(HandoverSheet sheet, Handovers handovers) {
        this.sheet = sheet;
        this.handovers = handovers;
    }

    @GetMapping
    String handovers(@PathVariable String name, @ModelAttribute("frame") Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.page(name, viewer, frame.time()));
        return "portal/handovers";
    }

    @PostMapping("/notes")
    String write(
            @PathVariable String name, @ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        try {
            handovers.write(name, text(form), viewer);
            return "redirect:/schedules/" + name + "/handovers";
        } catch (Unprocessable refused) {
            model.addAttribute("page", sheet.page(name, viewer, frame.time()).with(FormFaults.of(refused, form.typed())));
            return "portal/handovers";
        }
    }

    private static String text(Form form) {
        var text = form.required("text", "Write what the next shift should know");
        if (text.length() > LONGEST) throw Unprocessable.of("text", "OUT_OF_RANGE", "A note has at most 20,000 characters");
        return text;
    }

    @PostMapping("/{id}/acknowledge")
    String acknowledge(@PathVariable String name, @PathVariable String id, Viewer viewer) {
        handovers.acknowledge(name, id, viewer);
        return "redirect:/schedules/" + name + "/handovers";
    }
}
