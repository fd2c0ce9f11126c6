package dev.holdfast.portal.web.pay;

import dev.holdfast.access.Viewer;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** On-call budgets: planned beside spent, for services and domains (G2, G5). */
@Controller
class BudgetPages {

    private final BudgetSheet sheet;

    BudgetPages(BudgetSheet sheet) {
        this.sheet = sheet;
    }

    @GetMapping("/budget")
    String budget(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam(required = false) @Nullable Integer year, Model model) {
        model.addAttribute("page", sheet.page(year, viewer, frame.time()));
        return "portal/budget";
    }

    @GetMapping("/budget.csv")
    ResponseEntity<byte[]> csv(Viewer viewer, @RequestParam(required = false) @Nullable Integer year) {
        return Downloads.csv("budget", sheet.csv(year, viewer));
    }
}
