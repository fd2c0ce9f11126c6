package dev.holdfast.portal.web.measures;

import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Measures of throughput; what is asked stands in the address (M1 to M4). */
@Controller
class MeasuresPages {

    private final MeasuresSheet sheet;

    MeasuresPages(MeasuresSheet sheet) {
        this.sheet = sheet;
    }

    @GetMapping("/measures/throughput")
    String throughput(
            @ModelAttribute("frame") Frame frame, @RequestParam @Nullable String scope, @RequestParam @Nullable String weeks, @RequestParam @Nullable String bucket, Model model) {
        var now = frame.time().now();
        model.addAttribute("page", sheet.page(MeasuresSheet.Asked.of(scope, weeks, bucket, now), frame.time()));
        return "portal/throughput";
    }

    @GetMapping("/measures/throughput.csv")
    ResponseEntity<byte[]> csv(
            @ModelAttribute("frame") Frame frame, @RequestParam @Nullable String scope, @RequestParam @Nullable String weeks, @RequestParam @Nullable String bucket) {
        var now = frame.time().now();
        return Downloads.csv("throughput", sheet.csv(MeasuresSheet.Asked.of(scope, weeks, bucket, now), now));
    }
}
