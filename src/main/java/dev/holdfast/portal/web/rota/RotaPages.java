package dev.holdfast.portal.web.rota;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Base;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.Drafts;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.rota.RotaSheet.Outcome;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.node.ObjectNode;

/** Making and changing a schedule: rows come and go, the next weeks are shown, and only what was shown is saved. */
@Controller
class RotaPages {

    static final String NAME = "{name:[a-z0-9-]+}";

    private final RotaSheet sheet;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final Ownership ownership;

    RotaPages(RotaSheet sheet, Drafts drafts, Catalogue catalogue, Ownership ownership) {
        this.sheet = sheet;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.ownership = ownership;
    }

    @GetMapping("/schedules/new")
    ModelAndView blank(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "") String holder, Viewer viewer) {
        return shown(frame, null, sheet.blank(holder, viewer, frame.time()), 0, HttpStatus.OK, Outcome.NONE);
    }

    @GetMapping("/schedules/" + NAME + "/edit")
    ModelAndView edit(@ModelAttribute("frame") Frame frame, @PathVariable String name, Viewer viewer) {
        var latest = sheet.latest(name, frame.time());
        var form = RotaForm.of(catalogue.envelope(latest));
        var refused = ownership.mayChange(viewer, latest) ? null
                : "Changing it is for " + form.holder().substring(form.holder().indexOf(':') + 1) + " and for administrators. A single shift is taken or given away by an override or a swap.";
        return shown(frame, name, form, latest.version(), HttpStatus.OK, new Outcome("", FormFaults.NONE, null, List.of(), "", null, refused));
    }

    @PostMapping("/schedules/new")
    ModelAndView make(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> fields, Viewer viewer) {
        return take(frame, null, fields, viewer);
    }

    @PostMapping("/schedules/" + NAME + "/edit")
    ModelAndView change(@ModelAttribute("frame") Frame frame, @PathVariable String name, @RequestParam Map<String, String> fields, Viewer viewer) {
        return take(frame, name, fields, viewer);
    }

    private ModelAndView take(Frame frame, @Nullable String name, Map<String, String> fields, Viewer viewer) {
        var typed = RotaForm.read(fields);
        var base = number(fields.getOrDefault("base", "0"));
        var act = fields.getOrDefault("do", "preview");
        if (!act.equals("preview") && !act.equals("save")) {
            var done = RotaActs.of(typed, act);
            return shown(frame, name, done.form(), base, HttpStatus.OK, Outcome.focus(done.focus()));
        }
        return decided(frame, name, typed.tidied(), base, act.equals("save") ? fields.getOrDefault("shown", "") : null, viewer);
    }

    /** @param saved the print of what was shown, where it is to be saved */
    private ModelAndView decided(Frame frame, @Nullable String name, RotaForm form, int base, @Nullable String saved, Viewer viewer) {
        var latest = sheet.found(name == null ? form.name() : name, frame.time());
        if (name != null && latest.isPresent() && latest.get().version() != base) return changed(frame, name, form, base);
        var envelope = form.into(name == null ? catalogue.blank(RotaSheet.KIND, form.name()) : catalogue.envelope(sheet.latest(name, frame.time())));
        if (name != null) envelope.withObject("/metadata").put("name", name);
        try {
            if (name == null && latest.isPresent()) throw Unprocessable.of("metadata.name", "DUPLICATE_NAME", form.name() + " is there already: edit it, or choose another name.");
            catalogue.apply(envelope, viewer, true);
            var print = print(catalogue.yaml(envelope));
            if (print.equals(saved)) return saved(frame, name, form, envelope, base, viewer);
            var draft = drafts.preview(name == null ? form.name() : name, (ObjectNode) envelope.get("spec"), Previewing.WEEKS, viewer);
            var notice = saved == null ? "Nothing is saved yet." : "Something was typed since the preview: look at it again, then save.";
            return shown(frame, name, form, base, HttpStatus.OK, new Outcome("preview", FormFaults.NONE, notice, List.of(), print, draft, null));
        } catch (Unprocessable refused) {
            return shown(frame, name, form, base, HttpStatus.UNPROCESSABLE_CONTENT, Outcome.faults(faults(refused.faults())));
        } catch (Malformed unreadable) {
            return shown(frame, name, form, base, HttpStatus.BAD_REQUEST, Outcome.faults(faults(unreadable.faults())));
        } catch (Forbidden refused) {
            return shown(frame, name, form, base, HttpStatus.FORBIDDEN, Outcome.faults(faults(List.of(Fault.at("", "NOT_OWNER", refused.detail())))));
        }
    }

    private ModelAndView saved(Frame frame, @Nullable String name, RotaForm form, ObjectNode envelope, int base, Viewer viewer) {
        var known = name == null ? form.name() : name;
        try {
            catalogue.apply(catalogue.yaml(envelope).getBytes(UTF_8), viewer, Base.version(RotaSheet.KIND, known, base));
            return new ModelAndView("redirect:/schedules/" + known);
        } catch (Conflict meanwhile) {
            return changed(frame, known, form, base);
        }
    }

    /** What was typed stands, beside what somebody else changed; it counts from what is there now. */
    private ModelAndView changed(Frame frame, String name, RotaForm form, int base) {
        var fault = new FormFaults(List.of(new FormFaults.Entry("", "Somebody changed this schedule since you opened it. What you typed stands below, and what they changed beside it. Look at the preview again before you save.")), Map.of());
        var outcome = new Outcome("", fault, null, sheet.since(name, base, frame.time()), "", null, null);
        return shown(frame, name, form, sheet.latest(name, frame.time()).version(), HttpStatus.CONFLICT, outcome);
    }

    private ModelAndView shown(Frame frame, @Nullable String name, RotaForm form, int base, HttpStatus status, Outcome outcome) {
        return new ModelAndView("portal/rota", Map.of("frame", frame, "page", sheet.page(name, form, base, frame.time(), outcome)), status);
    }

    private static FormFaults faults(List<Fault> faults) {
        return new FormFaults(faults.stream().map(fault -> new FormFaults.Entry(RotaFaults.field(fault.path()), RotaFaults.words(fault))).toList(), Map.of());
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static String print(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(UTF_8));
        return Long.toHexString(sum.getValue()) + "-" + text.length();
    }
}
