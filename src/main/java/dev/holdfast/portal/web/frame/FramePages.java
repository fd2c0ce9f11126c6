package dev.holdfast.portal.web.frame;

import dev.holdfast.portal.web.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The pages that lead to the others. */
@Controller
class FramePages {

    /** All that a phone's tabs have no room for. */
    @GetMapping("/more")
    String more(@ModelAttribute("frame") Frame frame) {
        return "portal/more";
    }

    @GetMapping("/keys")
    String keys(@ModelAttribute("frame") Frame frame) {
        return "portal/keys";
    }
}
