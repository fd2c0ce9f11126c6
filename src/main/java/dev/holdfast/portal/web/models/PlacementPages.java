package dev.holdfast.portal.web.models;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.operatingmodel.Decisions;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One service's operating model, and deciding on it through the same door as the API. */
@Controller
class PlacementPages {

    private final PlacementSheet sheet;
    private final Decisions decisions;

    PlacementPages(PlacementSheet sheet, Decisions decisions) {
        this.sheet = sheet;
        this.decisions = decisions;
    }

    @GetMapping("/operating-models/{service}")
    String placement(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String service,
            @RequestParam(required = false) @Nullable String cursor, Model model) {
        model.addAttribute("page", sheet.page(new ServiceName(service), viewer, cursor, frame.time(), FormFaults.NONE));
        return "portal/placement";
    }

    @PostMapping("/operating-models/{service}")
    String decide(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String service, @RequestParam Map<String, String> fields, Model model) {
        viewer.demand(Scope.CATALOGUE);
        var name = new ServiceName(service);
        var form = new Form(fields);
        var deciding = new Deciding(form, frame.time());
        try {
            decisions.decide(viewer, name, deciding.overriding(), deciding.reason(), deciding.until());
        } catch (Unprocessable refused) {
            model.addAttribute("page", sheet.page(name, viewer, null, frame.time(), FormFaults.of(refused, form.typed())));
            return "portal/placement";
        }
        return "redirect:/operating-models/" + name + "#history";
    }
}
