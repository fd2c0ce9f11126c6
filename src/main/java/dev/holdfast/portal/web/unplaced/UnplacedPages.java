package dev.holdfast.portal.web.unplaced;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.integrations.UnplacedEvents;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people say which service it is that a pipeline tells of. */
@Controller
class UnplacedPages {

    private final UnplacedEvents unplaced;
    private final UnplacedSheet sheet;

    UnplacedPages(UnplacedEvents unplaced, UnplacedSheet sheet) {
        this.unplaced = unplaced;
        this.sheet = sheet;
    }

    @GetMapping("/unplaced-events")
    String waiting(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam(required = false) @Nullable Integer placed, Model model) {
        model.addAttribute("page", sheet.page(viewer, done(placed), frame.time()));
        return "portal/unplaced";
    }

    @GetMapping("/unplaced-events.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame) {
        return Downloads.csv("unplaced-events", sheet.csv(frame.time()));
    }

    @PostMapping("/unplaced-events/{id}/place")
    String place(@PathVariable String id, @ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        try {
            var service = new ServiceName(form.required("service", "Say which service it is"));
            var placed = unplaced.place(id(id), new UnplacedEvents.Place(service, form.text("environment"), fields.containsKey("remember")), viewer);
            return "redirect:/unplaced-events?placed=" + placed;
        } catch (Unprocessable refused) {
            var typed = new HashMap<>(form.typed());
            typed.put("of", id);
            var faults = refused.faults().stream().map(fault -> new FormFaults.Entry(fault.path() + "-" + id, fault.message())).toList();
            model.addAttribute("page", sheet.page(viewer, null, frame.time()).with(new FormFaults(faults, typed)));
            return "portal/unplaced";
        }
    }

    @PostMapping("/unplaced-events/{id}/dismiss")
    String dismiss(@PathVariable String id, Viewer viewer) {
        unplaced.dismissAll(id(id), viewer);
        return "redirect:/unplaced-events?placed=0";
    }

    private static @Nullable String done(@Nullable Integer placed) {
        if (placed == null || placed < 0) return null;
        return switch (placed) {
            case 0 -> "What waited of it was dismissed.";
            case 1 -> "The event was placed.";
            default -> placed + " events were placed.";
        };
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new NotFound("No event %s waits to be placed.".formatted(text));
        }
    }
}
