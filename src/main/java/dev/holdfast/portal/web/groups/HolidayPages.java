package dev.holdfast.portal.web.groups;

import dev.holdfast.access.Viewer;
import dev.holdfast.calendars.HolidayCalendars;
import dev.holdfast.portal.web.Frame;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** A holiday calendar on a page, and what is decided there about the news of its address. */
@Controller
@RequestMapping("/holiday-calendars/{name}")
class HolidayPages {

    private final HolidaySheet sheet;
    private final HolidayCalendars calendars;

    HolidayPages(HolidaySheet sheet, HolidayCalendars calendars) {
        this.sheet = sheet;
        this.calendars = calendars;
    }

    @GetMapping
    String calendar(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, Model model) {
        model.addAttribute("page", sheet.page(name, viewer, frame.time()));
        return "portal/holidayCalendar";
    }

    @PostMapping("/proposals/{id}/confirm")
    String confirm(Viewer viewer, @PathVariable String name, @PathVariable String id) {
        calendars.confirm(name, id, viewer);
        return "redirect:/holiday-calendars/" + name;
    }

    @PostMapping("/proposals/{id}/dismiss")
    String dismiss(Viewer viewer, @PathVariable String name, @PathVariable String id) {
        calendars.dismiss(name, id, viewer);
        return "redirect:/holiday-calendars/" + name;
    }
}
