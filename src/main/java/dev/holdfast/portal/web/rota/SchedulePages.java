package dev.holdfast.portal.web.rota;

import dev.holdfast.access.Viewer;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.readiness.ShadowLines;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A schedule. */
@Controller
class SchedulePages {

    private final ScheduleSheet sheet;
    private final ShadowLines shadows;

    SchedulePages(ScheduleSheet sheet, ShadowLines shadows) {
        this.sheet = sheet;
        this.shadows = shadows;
    }

    /** All of them are the page of who is on call. */
    @GetMapping("/schedules")
    String all() {
        return "redirect:/on-call";
    }

    @GetMapping("/schedules/" + RotaPages.NAME)
    String schedule(
            @ModelAttribute("frame") Frame frame, @PathVariable String name, @RequestParam(defaultValue = "") String view,
            @RequestParam(defaultValue = "") String from, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.page(name, new ScheduleSheet.Asked(view.equals("month"), day(from)), viewer, frame.time()));
        model.addAttribute("shadows", shadows.of(name, frame.time()));
        return "portal/schedule";
    }

    /** What cannot be read counts as not asked. */
    private static @Nullable LocalDate day(String text) {
        try {
            var day = text.isEmpty() ? null : LocalDate.parse(text);
            return day == null || day.getYear() < 1990 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
