package dev.holdfast.portal.web.catalogue;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.portal.web.Frame;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What was changed, by whom; and the end of a thing, which is a change as well. */
@Controller
class HistoryPages {

    private static final String THING = "/catalogue/" + Kind.PLURALS + "/{name}";

    private final HistorySheet sheet;
    private final EditSheet editing;
    private final Catalogue catalogue;

    HistoryPages(HistorySheet sheet, EditSheet editing, Catalogue catalogue) {
        this.sheet = sheet;
        this.editing = editing;
        this.catalogue = catalogue;
    }

    @GetMapping(THING + "/history")
    String history(@ModelAttribute("frame") Frame frame, @PathVariable String plural, @PathVariable String name,
            @RequestParam @Nullable Integer version, @RequestParam @Nullable String at, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.of(Kind.ofPlural(plural), name, version, at, viewer, frame.time()));
        return "portal/catalogueHistory";
    }

    @GetMapping("/catalogue/changes")
    String changes(@ModelAttribute("frame") Frame frame, @RequestParam @Nullable String before, Model model) {
        model.addAttribute("page", sheet.list(before, frame.time()));
        return "portal/catalogueChanges";
    }

    @GetMapping("/catalogue/changes/{at}")
    String change(@ModelAttribute("frame") Frame frame, @PathVariable String at, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.one(at, viewer, frame.time()));
        return "portal/catalogueChanges";
    }

    @GetMapping(THING + "/end")
    ModelAndView asked(@ModelAttribute("frame") Frame frame, @PathVariable String plural, @PathVariable String name) {
        var kind = Kind.ofPlural(plural);
        editing.latest(kind, name, frame.time());
        return page(frame, kind, name, "", HttpStatus.OK);
    }

    @PostMapping(THING + "/end")
    ModelAndView end(@ModelAttribute("frame") Frame frame, @PathVariable String plural, @PathVariable String name, Viewer viewer) {
        var kind = Kind.ofPlural(plural);
        try {
            catalogue.end(kind.kind(), name, viewer);
            return new ModelAndView("redirect:/catalogue/" + plural);
        } catch (Conflict needed) {
            return page(frame, kind, name, needed.detail(), HttpStatus.CONFLICT);
        } catch (Forbidden refused) {
            return page(frame, kind, name, refused.detail(), HttpStatus.FORBIDDEN);
        }
    }

    private ModelAndView page(Frame frame, Kind kind, String name, String refused, HttpStatus status) {
        List<String> needing = catalogue.needing(kind.kind(), name);
        return new ModelAndView("portal/catalogueEnd",
                Map.of("frame", frame, "kind", kind, "name", name, "needing", needing, "refused", refused), status);
    }
}
