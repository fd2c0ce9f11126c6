package dev.holdfast.portal.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
    String onCall(
            @ModelAttribute("frame") Frame frame,
            @RequestParam(defaultValue = "") String domain,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            Model model) {
        model.addAttribute("page", sheet.page(new OnCallSheet.Asked(domain, team, from), frame.time()));
        return "portal/onCall";
    }
}
