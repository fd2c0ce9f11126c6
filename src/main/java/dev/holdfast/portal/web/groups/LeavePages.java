package dev.holdfast.portal.web.groups;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.LeaveCalendars;
import dev.holdfast.oncall.Leaves;
import dev.holdfast.oncall.NewLeave;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Leave as people enter it on a person's page: by its first and its last day where that person is. */
@Controller
@RequestMapping("/people/{name}/leave")
class LeavePages {

    private final Leaves leaves;
    private final LeaveCalendars calendars;
    private final Documents documents;
    private final PersonSheet sheet;
    private final PreparingSheet preparing;

    LeavePages(Leaves leaves, LeaveCalendars calendars, Documents documents, PersonSheet sheet, PreparingSheet preparing) {
        this.leaves = leaves;
        this.calendars = calendars;
        this.documents = documents;
        this.sheet = sheet;
        this.preparing = preparing;
    }

    @PostMapping
    ModelAndView enter(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        return done(frame, viewer, name, form, person -> leaves.enter(person.name(), read(form, person), viewer));
    }

    @PostMapping("/{id}/withdraw")
    String withdraw(Viewer viewer, @PathVariable String name, @PathVariable String id) {
        leaves.withdraw(new PersonName(known(name)), id, viewer);
        return "redirect:/people/" + name + "#leave";
    }

    @PostMapping("/import")
    ModelAndView bring(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        var bytes = file == null ? new byte[0] : file.getBytes();
        return done(frame, viewer, name, new Form(Map.of()), person -> {
            if (bytes.length == 0) throw Unprocessable.of("file", "REQUIRED", "Choose a calendar's file, it ends in .ics");
            calendars.bring(person.name(), bytes, viewer);
        });
    }

    @PostMapping("/calendar")
    ModelAndView address(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, @RequestParam Map<String, String> fields) {
        var form = new Form(fields);
        return done(frame, viewer, name, form, person -> {
            try {
                calendars.setAddress(person.name(), form.text("address"), viewer);
            } catch (Unprocessable refused) {
                throw Unprocessable.of("address", "MALFORMED", "An address of a calendar begins with https://");
            }
        });
    }

    private interface Act {
        void on(Person person);
    }

    private ModelAndView done(Frame frame, Viewer viewer, String name, Form form, Act act) {
        var person = documents.at(frame.time().now())
                .person(new PersonName(known(name)))
                .orElseThrow(() -> new NotFound("There is no person " + name + "."));
        try {
            act.on(person);
            return new ModelAndView("redirect:/people/" + name + "#leave");
        } catch (Unprocessable refused) {
            var page = sheet.page(person.name(), viewer, FormFaults.of(refused, form.typed()), frame.time());
            return new ModelAndView("portal/person", Map.of("frame", frame, "page", page, "preparing", preparing.of(person.name(), frame.time())), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static NewLeave read(Form form, Person person) {
        var first = day("from", form.required("from", "Say the first day"));
        var last = form.text("to") == null ? first : day("to", form.required("to", "Say the last day"));
        if (last.isBefore(first)) throw Unprocessable.of("to", "OUT_OF_RANGE", "The last day is not before the first");
        return new NewLeave(
                first.atStartOfDay(person.zone()).toInstant(), last.plusDays(1).atStartOfDay(person.zone()).toInstant(), form.text("note"));
    }

    private static LocalDate day(String field, String text) {
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() < 1 || day.getYear() > 9000) throw new DateTimeException(text);
            return day;
        } catch (DateTimeException unreadable) {
            throw Unprocessable.of(field, "MALFORMED", "A day is written as 2026-12-25");
        }
    }

    private static String known(String name) {
        if (name.isBlank()) throw new NotFound("There is nobody without a name.");
        return name;
    }
}
