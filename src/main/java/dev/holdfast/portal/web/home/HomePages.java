package dev.holdfast.portal.web.home;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.TooMany;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.notification.TestPages;
import dev.holdfast.oncall.NewOverride;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.LiveStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Where one begins, and what is decided there. */
@Controller
class HomePages {

    private final HomeSheet sheet;
    private final TestPages tests;
    private final Schedules schedules;
    private final LiveStream live;

    HomePages(HomeSheet sheet, TestPages tests, Schedules schedules, LiveStream live) {
        this.sheet = sheet;
        this.tests = tests;
        this.schedules = schedules;
        this.live = live;
    }

    @GetMapping("/")
    String home(@ModelAttribute("frame") Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.page(viewer, frame.time()));
        return "portal/home";
    }

    @GetMapping(path = "/home/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@ModelAttribute("frame") Frame frame, Viewer viewer) {
        var me = "person:" + viewer.person();
        return live.about(payload -> payload.equals(me) || payload.startsWith("incident:"), frame.time().zone());
    }

    /** Within a minute after the last one, the page shows what comes of that. */
    @PostMapping("/home/test-page")
    String testPage(Viewer viewer) {
        try {
            tests.send(self(viewer), viewer);
        } catch (TooMany alreadyOnItsWay) {
            return "redirect:/#reach";
        }
        return "redirect:/#reach";
    }

    /** The reader stands in where nobody is on call. */
    @PostMapping("/home/take")
    String take(Viewer viewer, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        var asked = new NewOverride(instant(form, "from"), instant(form, "to"), self(viewer), null);
        schedules.override(form.required("schedule", "Say which schedule"), asked, viewer);
        return "redirect:/";
    }

    private static PersonName self(Viewer viewer) {
        if (viewer.person() == null) throw new Forbidden("This account is no person of the organisation.");
        return new PersonName(viewer.person());
    }

    private static Instant instant(Form form, String field) {
        try {
            return Instant.parse(form.required(field, "Say from when to when"));
        } catch (DateTimeException unreadable) {
            throw Unprocessable.of(field, "MALFORMED", "This is no instant.");
        }
    }
}
