package dev.holdfast.portal.web.rota;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.NewSwap;
import dev.holdfast.oncall.Swaps;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.quantities.Period;
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

/** Asking for a swap, and answering one. */
@Controller
class SwapPages {

    private static final String ASK = "/schedules/" + RotaPages.NAME + "/swap";

    private final SwapSheet sheet;
    private final OverrideSheet times;
    private final Swaps swaps;

    SwapPages(SwapSheet sheet, OverrideSheet times, Swaps swaps) {
        this.sheet = sheet;
        this.times = times;
        this.swaps = swaps;
    }

    @GetMapping(ASK)
    ModelAndView asking(@ModelAttribute("frame") Frame frame, @PathVariable String name, @RequestParam Map<String, String> fields, Viewer viewer) {
        return asking(frame, name, new Form(fields), viewer, FormFaults.NONE, HttpStatus.OK);
    }

    @PostMapping(ASK)
    ModelAndView ask(@ModelAttribute("frame") Frame frame, @PathVariable String name, @RequestParam Map<String, String> fields, Viewer viewer) {
        var form = new Form(fields);
        try {
            if (viewer.person() == null) throw new Forbidden("This account is no person of the organisation.");
            return new ModelAndView("redirect:/swaps/" + swaps.ask(name, read(form, viewer.person(), frame), viewer).id());
        } catch (Unprocessable refused) {
            return asking(frame, name, form, viewer, FormFaults.of(field(refused.faults().getFirst().path()), refused.faults().getFirst().message(), form.typed()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Forbidden refused) {
            return asking(frame, name, form, viewer, FormFaults.of("", refused.detail(), form.typed()), HttpStatus.FORBIDDEN);
        }
    }

    @GetMapping("/swaps/{id}")
    ModelAndView swap(@ModelAttribute("frame") Frame frame, @PathVariable String id, Viewer viewer) {
        return shown(frame, id, viewer, FormFaults.NONE, HttpStatus.OK);
    }

    @PostMapping("/swaps/{id}/{act:agree|decline|withdraw}")
    ModelAndView answer(@ModelAttribute("frame") Frame frame, @PathVariable String id, @PathVariable String act, Viewer viewer) {
        try {
            switch (act) {
                case "agree" -> swaps.agree(id, null, viewer);
                case "decline" -> swaps.decline(id, null, viewer);
                default -> swaps.withdraw(id, null, viewer);
            }
            return new ModelAndView("redirect:/swaps/" + id);
        } catch (Conflict moved) {
            return shown(frame, id, viewer, FormFaults.of("", moved.detail(), Map.of()), HttpStatus.CONFLICT);
        } catch (Unprocessable refused) {
            return shown(frame, id, viewer, FormFaults.of("", refused.detail(), Map.of()), HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (Forbidden refused) {
            return shown(frame, id, viewer, FormFaults.of("", refused.detail(), Map.of()), HttpStatus.FORBIDDEN);
        }
    }

    /** {@code person bob} asks one to take it; {@code shift bob 2026-…Z 2026-…Z} is for a shift of theirs. */
    private NewSwap read(Form form, String giver, Frame frame) {
        var from = times.time(form, "from", frame.time());
        var to = times.time(form, "to", frame.time());
        if (!from.isBefore(to)) throw Unprocessable.of("give.to", "OUT_OF_RANGE", "A shift ends after it begins.");
        var wanted = form.text("for");
        var words = wanted == null ? new String[0] : wanted.split(" ");
        try {
            var taker = words.length > 1 ? new PersonName(words[1]) : null;
            var take = words.length > 3 ? new Period(Instant.parse(words[2]), Instant.parse(words[3])) : null;
            return new NewSwap(new PersonName(giver), new Period(from, to), taker, take, form.text("note"));
        } catch (DateTimeException | IllegalArgumentException unreadable) {
            throw Unprocessable.of("take", "MALFORMED", "Choose what you want for it.");
        }
    }

    private static String field(String path) {
        if (path.equals("from") || path.equals("to")) return path;
        if (path.startsWith("take")) return "for";
        return path.equals("give.to") ? "to" : "from";
    }

    private ModelAndView asking(Frame frame, String name, Form form, Viewer viewer, FormFaults faults, HttpStatus status) {
        return new ModelAndView("portal/askSwap", Map.of("frame", frame, "page", sheet.asking(name, form, viewer, frame.time(), faults)), status);
    }

    private ModelAndView shown(Frame frame, String id, Viewer viewer, FormFaults faults, HttpStatus status) {
        return new ModelAndView("portal/swap", Map.of("frame", frame, "page", sheet.page(id, viewer, frame.time(), faults)), status);
    }
}
