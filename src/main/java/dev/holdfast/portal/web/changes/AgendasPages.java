package dev.holdfast.portal.web.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.changes.Agenda;
import dev.holdfast.changes.Agendas;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Agendas: made of what waits, decided one change after the other (C3). */
@Controller
class AgendasPages {

    private static final int MOST_YEAR = 9_999;

    private final Agendas agendas;
    private final WaitingRows waiting;
    private final ChangeRights rights;
    private final Documents documents;

    AgendasPages(Agendas agendas, WaitingRows waiting, ChangeRights rights, Documents documents) {
        this.agendas = agendas;
        this.waiting = waiting;
        this.rights = rights;
        this.documents = documents;
    }

    @GetMapping("/changes/agendas")
    String coming(@ModelAttribute("frame") Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", page(List.of(), FormFaults.NONE, viewer, frame.time()));
        return "portal/agendas";
    }

    @PostMapping("/changes/agendas")
    String make(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") List<String> change, Model model) {
        var form = new Form(fields);
        var chosen = change.stream().filter(each -> !each.isBlank()).toList();
        try {
            return "redirect:/changes/agendas/" + agendas.make(at(form, frame.time()), chosen, viewer).id();
        } catch (Unprocessable refused) {
            model.addAttribute("page", page(chosen, FormFaults.of(refused, form.typed()), viewer, frame.time()));
            return "portal/agendas";
        }
    }

    @GetMapping("/changes/agendas/{id}")
    String one(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("page", page(agendas.find(id, viewer), FormFaults.NONE, viewer, frame.time()));
        return "portal/agenda";
    }

    @PostMapping("/changes/agendas/{id}/{reference}/{act:approve|reject}")
    String decide(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String id, @PathVariable String reference, @PathVariable String act,
            @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        try {
            return "redirect:/changes/agendas/" + agendas.decide(id, reference, act.equals("approve"), form.text("reason"), null, viewer).id();
        } catch (Unprocessable refused) {
            return again(id, refused.faults().getFirst().message(), form, frame, viewer, model);
        } catch (Forbidden | Conflict refused) {
            return again(id, refused.detail(), form, frame, viewer, model);
        }
    }

    private String again(String id, String message, Form form, Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", page(agendas.find(id, viewer), FormFaults.of("reason", message, form.typed()), viewer, frame.time()));
        return "portal/agenda";
    }

    private AgendasPage page(List<String> chosen, FormFaults faults, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> {
            var names = new Names(documents.at(time.now()));
            var coming = agendas.coming(viewer).stream()
                    .map(each -> new AgendasPage.Row(each.id().toString(), time.full(each.at()), words(each), names.of(each.madeBy())))
                    .toList();
            var mayMake = rights.mayDecide(viewer);
            var candidates = mayMake ? waiting.of(null, viewer, time) : List.<ChangesPage.Waiting>of();
            return new AgendasPage(
                    coming,
                    candidates.stream().map(each -> new AgendasPage.Candidate(each.number(), each.what(), each.waited(), chosen.contains(each.number()))).toList(),
                    mayMake, faults);
        });
    }

    private AgendaPage page(Agenda agenda, FormFaults faults, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> {
            var names = new Names(documents.at(time.now()));
            var open = waiting.rows(agenda.changes().stream().filter(AgendasPages::isOpen).toList(), viewer, time);
            var done = agenda.changes().stream().filter(each -> !isOpen(each)).map(AgendasPages::done).toList();
            return new AgendaPage(
                    agenda.id().toString(), time.full(agenda.at()), words(agenda) + ", made by " + names.of(agenda.madeBy()) + ".",
                    open.isEmpty() ? null : open.getFirst(), open.isEmpty() ? open : open.subList(1, open.size()), done, rights.mayDecide(viewer), faults);
        });
    }

    private static AgendaPage.Done done(Change change) {
        return new AgendaPage.Done(
                change.reference(), "%s %s".formatted(change.service(), change.version()), ChangeWords.of(change),
                Objects.requireNonNullElse(change.reason(), ""));
    }

    private static String words(Agenda agenda) {
        var open = agenda.changes().stream().filter(AgendasPages::isOpen).count();
        return Figures.count(agenda.changes().size(), "change") + (open == 0 ? ", all decided" : ", " + Figures.count(open) + " to decide");
    }

    private static boolean isOpen(Change change) {
        return change.state() == Change.State.RAISED || change.owesApproval();
    }

    private static Instant at(Form form, ReaderTime time) {
        try {
            var at = time.instant(form.required("at", "Say when you look at them."));
            if (Math.abs(time.local(at).getYear()) > MOST_YEAR) throw Unprocessable.of("at", "OUT_OF_RANGE", "That is too far away.");
            return at;
        } catch (DateTimeException unreadable) {
            throw Unprocessable.of("at", "MALFORMED", "The day and time cannot be read.");
        }
    }
}
