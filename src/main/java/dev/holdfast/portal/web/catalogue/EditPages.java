package dev.holdfast.portal.web.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Applied;
import dev.holdfast.catalogue.Base;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Change;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Editing a document in two steps: what would change, and only that is applied. */
@Controller
class EditPages {

    private final EditSheet sheet;
    private final Catalogue catalogue;

    EditPages(EditSheet sheet, Catalogue catalogue) {
        this.sheet = sheet;
        this.catalogue = catalogue;
    }

    @GetMapping("/catalogue/" + Kind.PLURALS + "/new")
    String blank(@ModelAttribute("frame") Frame frame, @PathVariable String plural, @RequestParam Map<String, String> fields, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.fresh(new Editing(Kind.ofPlural(plural), null, asked(fields)), viewer, frame.time()));
        return "portal/catalogueEdit";
    }

    @GetMapping("/catalogue/" + Kind.PLURALS + "/{name}/edit")
    String edit(@ModelAttribute("frame") Frame frame, @PathVariable String plural, @PathVariable String name,
            @RequestParam Map<String, String> fields, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.fresh(new Editing(Kind.ofPlural(plural), name, asked(fields)), viewer, frame.time()));
        return "portal/catalogueEdit";
    }

    @PostMapping("/catalogue/" + Kind.PLURALS + "/new")
    ModelAndView make(@ModelAttribute("frame") Frame frame, @PathVariable String plural, @RequestParam Map<String, String> fields, Viewer viewer) {
        return take(frame, new Editing(Kind.ofPlural(plural), null, fields), viewer);
    }

    @PostMapping("/catalogue/" + Kind.PLURALS + "/{name}/edit")
    ModelAndView change(@ModelAttribute("frame") Frame frame, @PathVariable String plural, @PathVariable String name,
            @RequestParam Map<String, String> fields, Viewer viewer) {
        return take(frame, new Editing(Kind.ofPlural(plural), name, fields), viewer);
    }

    private ModelAndView take(Frame frame, Editing editing, Viewer viewer) {
        var envelope = sheet.filled(editing, frame.time());
        var text = editing.asText() ? editing.text() : catalogue.yaml(envelope);
        try {
            var would = catalogue.apply(text.getBytes(UTF_8), viewer, true);
            var change = only(editing, would);
            if (editing.applies(print(text))) return applied(frame, editing, text, change, viewer);
            var warnings = would.warnings().stream().map(Fault::message).toList();
            var notice = would.changes().isEmpty() ? "It says this already: nothing would change." : null;
            var diff = would.changes().isEmpty() ? null : Diff.of(change);
            return shown(frame, editing, envelope, HttpStatus.OK, new EditSheet.Outcome(diff, print(text), warnings, FormFaults.NONE, notice));
        } catch (Unprocessable refused) {
            return shown(frame, editing, envelope, HttpStatus.UNPROCESSABLE_CONTENT, faults(editing, refused.faults()));
        } catch (Malformed unreadable) {
            return shown(frame, editing, envelope, HttpStatus.BAD_REQUEST, faults(editing, unreadable.faults()));
        } catch (Forbidden refused) {
            return shown(frame, editing, envelope, HttpStatus.FORBIDDEN, faults(editing, List.of(Fault.at("", "NOT_OWNER", refused.detail()))));
        } catch (Conflict changed) {
            return shown(frame, editing, envelope, HttpStatus.CONFLICT, faults(editing, List.of(Fault.at("", "STATE", changed.detail()
                    + " What you typed stands below; open the history beside it, then show again what would change."))));
        }
    }

    /** A page edits what it says that it edits. */
    private static Change only(Editing editing, Applied would) {
        if (would.changes().isEmpty()) return new Change(editing.kind().kind(), editing.newName(), Change.Action.UPDATE, List.of());
        if (would.changes().size() > 1) throw Unprocessable.of("yaml", "STATE", "One document is edited here; several are applied by importing them");
        var change = would.changes().getFirst();
        var name = editing.name();
        if (name == null && change.action() == Change.Action.UPDATE) {
            throw Unprocessable.of("name", "DUPLICATE_NAME", change.name() + " is there already: edit it, or choose another name");
        }
        if (!change.kind().equals(editing.kind().kind()) || name != null && !change.name().equals(name)) {
            throw Unprocessable.of("yaml", "STATE", "The text is about " + change.kind() + "/" + change.name() + ", and this page is not");
        }
        return change;
    }

    private ModelAndView applied(Frame frame, Editing editing, String text, Change change, Viewer viewer) {
        var name = editing.name();
        if (change.fields().isEmpty() && name != null) return new ModelAndView("redirect:" + editing.kind().page(name));
        var base = Base.version(editing.kind().kind(), name == null ? change.name() : name, name == null ? 0 : editing.base());
        var applied = catalogue.apply(text.getBytes(UTF_8), viewer, base);
        return applied.generated().isEmpty() ? new ModelAndView("redirect:" + editing.kind().page(change.name())) : ImportPages.done(frame, applied);
    }

    private ModelAndView shown(Frame frame, Editing editing, tools.jackson.databind.node.ObjectNode envelope, HttpStatusCode status, EditSheet.Outcome outcome) {
        var page = sheet.again(editing, envelope, frame.time(), outcome);
        return new ModelAndView("portal/catalogueEdit", Map.of("frame", frame, "page", page), status);
    }

    private static EditSheet.Outcome faults(Editing editing, List<Fault> faults) {
        var entries = faults.stream().map(fault -> new FormFaults.Entry(place(editing, fault.path()), said(editing, fault))).toList();
        return new EditSheet.Outcome(null, "", List.of(), new FormFaults(entries, editing.fields()), null);
    }

    private static String place(Editing editing, String path) {
        if (editing.asText()) return path.isEmpty() ? "" : "yaml";
        var field = path.replaceFirst("^(spec|metadata)\\.", "").replaceFirst("\\[\\d+]$", "").replaceFirst("\\.url$", "");
        return editing.fields().containsKey(field) ? field : "";
    }

    private static String said(Editing editing, Fault fault) {
        return editing.asText() && !fault.path().isEmpty() && !fault.path().equals("yaml") ? fault.path() + ": " + fault.message() : fault.message();
    }

    private static Map<String, String> asked(Map<String, String> fields) {
        var asked = new java.util.HashMap<String, String>();
        for (var known : List.of("as", "name")) if (fields.containsKey(known)) asked.put(known, fields.getOrDefault(known, ""));
        return asked;
    }

    private static String print(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(UTF_8));
        return Long.toHexString(sum.getValue()) + "-" + text.length();
    }
}
