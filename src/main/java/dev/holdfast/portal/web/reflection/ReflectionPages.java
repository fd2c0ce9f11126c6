package dev.holdfast.portal.web.reflection;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.reflection.Reflections;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The quarterly reflection: read by everybody, answered by who heads the organisation (S8). */
@Controller
class ReflectionPages {

    private final Reflections reflections;
    private final ReflectionSheet sheet;

    ReflectionPages(Reflections reflections, ReflectionSheet sheet) {
        this.reflections = reflections;
        this.sheet = sheet;
    }

    @GetMapping("/reflection")
    String reflection(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        model.addAttribute("page", sheet.page(viewer, ReflectionAsked.of(fields), frame.time()));
        return "portal/reflection";
    }

    @GetMapping("/reflection.csv")
    ResponseEntity<byte[]> csv() {
        return Downloads.csv("reflection", sheet.csv());
    }

    @GetMapping("/reflection/proposal.csv")
    ResponseEntity<byte[]> proposal(@RequestParam String key) {
        return Downloads.csv("proposal", sheet.proposal(key));
    }

    @PostMapping("/reflection/accept")
    String accept(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        return acting(frame, viewer, new Form(fields), model, form -> reflections.accept(viewer, key(form), note(form)));
    }

    @PostMapping("/reflection/leave")
    String leave(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        return acting(frame, viewer, new Form(fields), model, form -> reflections.leave(viewer, key(form), note(form)));
    }

    @PostMapping("/reflection/reconsider")
    String reconsider(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        return acting(frame, viewer, new Form(fields), model, form -> reflections.reconsider(viewer, key(form)));
    }

    @PostMapping("/reflection/hold")
    String hold(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        return acting(frame, viewer, new Form(fields), model, form -> reflections.hold(viewer, note(form)));
    }

    private String acting(Frame frame, Viewer viewer, Form form, Model model, Consumer<Form> act) {
        try {
            act.accept(form);
            return "redirect:/reflection";
        } catch (Unprocessable refused) {
            var field = form.fields().getOrDefault("field", "note");
            var faults = refused.faults().stream().map(fault -> new FormFaults.Entry(field, fault.message())).toList();
            model.addAttribute("page", sheet.page(viewer, ReflectionAsked.of(form.fields()), frame.time()).with(new FormFaults(faults, form.typed())));
            return "portal/reflection";
        }
    }

    private static String key(Form form) {
        return form.required("proposal", "Say which proposal");
    }

    private static String note(Form form) {
        var note = form.text("note");
        return note == null ? "" : note;
    }
}
