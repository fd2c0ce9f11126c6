package dev.holdfast.portal.web.rota;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.NewOverride;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Taking a shift, putting somebody there for a time, and undoing it. */
@Controller
class OverridePages {

    private static final String ONE = "/schedules/" + RotaPages.NAME;

    private final OverrideSheet sheet;
    private final TakeSheet takes;
    private final Schedules schedules;

    OverridePages(OverrideSheet sheet, TakeSheet takes, Schedules schedules) {
        this.sheet = sheet;
        this.takes = takes;
        this.schedules = schedules;
    }

    @GetMapping("/on-call/override")
    ModelAndView asked(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> fields, Viewer viewer) {
        return new ModelAndView("portal/override", Map.of("frame", frame, "page", sheet.page(new Form(fields), viewer, frame.time(), FormFaults.NONE)));
    }

    @PostMapping("/on-call/override")
    ModelAndView make(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> fields, Viewer viewer) {
        var form = new Form(fields);
        try {
            var schedule = form.required("schedule", "Choose a schedule.");
            var asked = new NewOverride(
                    sheet.time(form, "from", frame.time()), sheet.time(form, "to", frame.time()),
                    new PersonName(form.required("person", "Say who is on call then.")), form.text("note"));
            var page = sheet.page(form, viewer, frame.time(), FormFaults.NONE);
            if (!page.warnings().isEmpty() && form.text("despite") == null) return new ModelAndView("portal/override", Map.of("frame", frame, "page", page));
            schedules.override(schedule, asked, viewer);
            return new ModelAndView("redirect:/schedules/" + schedule + "#overrides");
        } catch (Unprocessable refused) {
            return refused(frame, form, viewer, FormFaults.of(refused, form.typed()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (NotFound unknown) {
            return refused(frame, form, viewer, FormFaults.of("schedule", unknown.detail(), form.typed()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Forbidden refused) {
            return refused(frame, form, viewer, FormFaults.of("", refused.detail() + " Those on it can give you a shift, or swap one with you.", form.typed()), HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping("/on-call/take")
    ModelAndView takes(@ModelAttribute("frame") Frame frame, Viewer viewer) {
        return new ModelAndView("portal/take", Map.of("frame", frame, "page", takes.page(viewer, frame.time())));
    }

    /** The reader is on call for a shift of somebody else. */
    @PostMapping(ONE + "/take")
    String take(@PathVariable String name, @RequestParam Map<String, String> fields, Viewer viewer) {
        var form = new Form(fields);
        if (viewer.person() == null) throw new Forbidden("This account is no person of the organisation.");
        schedules.override(name, new NewOverride(instant(form, "from"), instant(form, "to"), new PersonName(viewer.person()), null), viewer);
        return "redirect:/schedules/" + name + "#overrides";
    }

    @PostMapping(ONE + "/overrides/{id}/end")
    String end(@PathVariable String name, @PathVariable String id, Viewer viewer) {
        schedules.endOverride(name, id, viewer);
        return "redirect:/schedules/" + name + "#overrides";
    }

    private ModelAndView refused(Frame frame, Form form, Viewer viewer, FormFaults faults, HttpStatus status) {
        return new ModelAndView("portal/override", Map.of("frame", frame, "page", sheet.page(form, viewer, frame.time(), faults)), status);
    }

    static Instant instant(Form form, String field) {
        try {
            return Instant.parse(form.required(field, "Say from when to when."));
        } catch (DateTimeException unreadable) {
            throw Unprocessable.of(field, "MALFORMED", "This is no instant.");
        }
    }
}
