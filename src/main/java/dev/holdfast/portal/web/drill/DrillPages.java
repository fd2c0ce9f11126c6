package dev.holdfast.portal.web.drill;

import dev.holdfast.access.Viewer;
import dev.holdfast.drill.Drill;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.Pickers;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The routing fire drill. */
@Controller
class DrillPages {

    private final Drill drill;
    private final DrillSheet sheet;
    private final TraceSheet traces;

    DrillPages(Drill drill, DrillSheet sheet, TraceSheet traces) {
        this.drill = drill;
        this.sheet = sheet;
        this.traces = traces;
    }

    @GetMapping("/catalogue/drill")
    String last(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", sheet.page(sheet.named(asked, frame.time()), frame.time()));
        return "portal/drill";
    }

    @GetMapping("/catalogue/drill.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked) {
        return Downloads.csv("drill", sheet.csv(sheet.named(asked, frame.time()), frame.time()));
    }

    /** What is offered while somebody types the name of an integration. */
    @GetMapping("/catalogue/drill/names")
    String names(@RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("names", Pickers.offered(sheet.integrations(), q));
        return "portal/names";
    }

    @PostMapping("/catalogue/drill")
    String run(Viewer viewer) {
        drill.run(viewer);
        return "redirect:/catalogue/drill";
    }

    @GetMapping("/catalogue/drill/route")
    String route(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", traces.page(asked, frame.time()));
        return "portal/drillRoute";
    }
}
