package dev.holdfast.portal.web.frame;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.portal.web.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The search as a page, and what the palette shows while somebody types. */
@Controller
class SearchPages {

    private static final int MOST = 50;
    private static final int MOST_AT_ONCE = 12;
    private static final int MOST_ACTIONS = 5;

    private final Finding finding;

    SearchPages(Finding finding) {
        this.finding = finding;
    }

    @GetMapping("/search")
    String search(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("page", found(frame, viewer, q, MOST, MOST));
        return "portal/search";
    }

    @GetMapping("/search/palette")
    String palette(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam(defaultValue = "") String q, Model model) {
        model.addAttribute("page", found(frame, viewer, q, MOST_AT_ONCE, MOST_ACTIONS));
        return "portal/palette";
    }

    private FoundPage found(Frame frame, Viewer viewer, String text, int most, int mostActions) {
        viewer.demand(Scope.READ);
        return text.isBlank()
                ? FoundSheet.nothingAsked()
                : FoundSheet.of(text.strip(), finding.of(text, frame.time().now(), most), frame.time(), mostActions);
    }
}
