package dev.holdfast.portal.web.oncall;

import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on call. */
@Controller
class OnCallPages {

    private final OnCallSheet sheet;

    OnCallPages(OnCallSheet sheet) {
        this.sheet = sheet;
    }

    @GetMapping("/on-call")
    String onCall(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", sheet.page(OnCallAsked.of(asked), frame.time()));
        return "portal/onCall";
    }

    @GetMapping("/on-call.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked) {
        return Downloads.csv("on-call", sheet.csv(OnCallAsked.of(asked), frame.time()));
    }
}
