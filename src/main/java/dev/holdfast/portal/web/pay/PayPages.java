package dev.holdfast.portal.web.pay;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.remuneration.PayList;
import dev.holdfast.remuneration.Statement;
import dev.holdfast.remuneration.StatementFilter;
import dev.holdfast.remuneration.Statements;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pay: one's own, what waits for one's approval, and one statement with every line explained (G4). */
@Controller
class PayPages {

    private final Statements statements;
    private final PaySheet months;
    private final StatementSheet sheet;

    PayPages(Statements statements, PaySheet months, StatementSheet sheet) {
        this.statements = statements;
        this.months = months;
        this.sheet = sheet;
    }

    @GetMapping("/pay")
    String pay(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam(required = false) @Nullable String month, Model model) {
        model.addAttribute("page", months.page(month, viewer, frame.time()));
        return "portal/pay";
    }

    @GetMapping("/pay.csv")
    ResponseEntity<byte[]> csv(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String person,
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String state) {
        var asked = month == null || month.isBlank() ? statements.thisMonth().minusMonths(1) : StatementFilter.month("month", month);
        var found = statements.of(StatementFilter.of(asked, person, team, state), viewer);
        return Downloads.csv("pay-" + asked, PayList.of(found, statements.currency()));
    }

    @GetMapping("/pay/{id}")
    String statement(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("page", sheet.page(id, viewer, frame.time()));
        return "portal/statement";
    }

    @PostMapping("/pay/{id}/approve")
    String approve(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String id, Model model) {
        return acting(frame, viewer, id, new Form(Map.of()), model, form -> statements.approve(id, null, viewer));
    }

    @PostMapping("/pay/{id}/dispute")
    String dispute(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String id, @RequestParam Map<String, String> fields, Model model) {
        return acting(frame, viewer, id, new Form(fields), model, form -> statements.dispute(id, said(form), viewer));
    }

    @PostMapping("/pay/{id}/correct")
    String correct(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String id, @RequestParam Map<String, String> fields, Model model) {
        return acting(frame, viewer, id, new Form(fields), model, form -> statements.correct(id, said(form), amount(form), viewer));
    }

    private String acting(Frame frame, Viewer viewer, String id, Form form, Model model, Function<Form, Statement> act) {
        try {
            return "redirect:/pay/" + act.apply(form).id();
        } catch (Unprocessable refused) {
            model.addAttribute("page", sheet.page(id, viewer, frame.time()).with(FormFaults.of(refused, form.typed())));
            return "portal/statement";
        }
    }

    private static Statements.Said said(Form form) {
        return new Statements.Said(null, form.required("line", "Say which line"), form.required("note", "Say why"));
    }

    /** A number that may take something away. */
    private static BigDecimal amount(Form form) {
        var text = form.required("amount", "Say how much").replace("−", "-").replaceAll("[,\\s$€£]", "");
        if (!text.matches("[-+]?\\d{1,12}(\\.\\d{1,6})?")) {
            throw Unprocessable.of("amount", "MALFORMED", "An amount such as 12.50, or -12.50 to take it away");
        }
        return new BigDecimal(text);
    }
}
