package dev.holdfast.portal.web.costs;

import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** What standby would cost; what is asked stands in the address, so that it can be shared (X2). */
@Controller
class CostsPages {

    private final CostsSheet sheet;

    CostsPages(CostsSheet sheet) {
        this.sheet = sheet;
    }

    @GetMapping("/costs")
    String costs(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", sheet.page(asked, frame.time()));
        return "portal/costs";
    }

    @GetMapping("/costs.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> asked) {
        return Downloads.csv("standby-costs", sheet.csv(asked));
    }
}
