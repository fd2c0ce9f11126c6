package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Every service on the playbook's chart, and as a table. */
@Controller
class ModelPages {

    private final ModelSheet sheet;
    private final PeaksSheet peaks;

    ModelPages(ModelSheet sheet, PeaksSheet peaks) {
        this.sheet = sheet;
        this.peaks = peaks;
    }

    @GetMapping("/operating-models")
    String models(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", sheet.page(Asked.of(asked), frame.time()));
        return "portal/operatingModels";
    }

    @GetMapping("/operating-models.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked) {
        return Downloads.csv("operating-models", sheet.csv(Asked.of(asked), frame.time()));
    }

    @GetMapping("/operating-models/peaks")
    String peaks(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", peaks.page(Asked.of(asked), frame.time()));
        return "portal/peaks";
    }
}
