package dev.holdfast.portal.web.readiness;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.readiness.NewEvidence;
import dev.holdfast.readiness.Preparation;
import dev.holdfast.readiness.Readiness;
import dev.holdfast.readiness.Subject;
import java.net.URI;
import java.time.Duration;
import java.time.Period;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** How all services are prepared, and each service and person, with the form for evidence. */
@Controller
class ReadinessPages {

    private final ReadinessList list;
    private final ReadinessSheet sheet;
    private final Readiness readiness;

    ReadinessPages(ReadinessList list, ReadinessSheet sheet, Readiness readiness) {
        this.list = list;
        this.sheet = sheet;
        this.readiness = readiness;
    }

    @GetMapping("/readiness")
    String all(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "") String team, @RequestParam(defaultValue = "") String sort, Model model) {
        model.addAttribute("page", list.page(team.strip(), sort.strip(), frame.time()));
        return "portal/readinessList";
    }

    @GetMapping("/readiness.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "") String team, @RequestParam(defaultValue = "") String sort) {
        return Downloads.csv("readiness", list.csv(team.strip(), sort.strip(), frame.time()));
    }

    @GetMapping("/services/{name}/readiness")
    String service(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, @RequestParam(defaultValue = "") String write, Model model) {
        model.addAttribute("page", sheet.page(service(name), viewer, write, FormFaults.NONE, frame.time()));
        return "portal/readiness";
    }

    @GetMapping("/people/{name}/readiness")
    String person(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, @RequestParam(defaultValue = "") String write, Model model) {
        model.addAttribute("page", sheet.page(person(name), viewer, write, FormFaults.NONE, frame.time()));
        return "portal/readiness";
    }

    @PostMapping("/services/{name}/readiness")
    ModelAndView writeOfService(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, @RequestParam Map<String, String> fields) {
        return write(frame, viewer, service(name), new Form(fields));
    }

    @PostMapping("/people/{name}/readiness")
    ModelAndView writeOfPerson(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String name, @RequestParam Map<String, String> fields) {
        return write(frame, viewer, person(name), new Form(fields));
    }

    private ModelAndView write(Frame frame, Viewer viewer, Subject subject, Form form) {
        readiness.demandKnown(subject);
        try {
            var preparation = Preparation.of(form.required("preparation", "Say which preparation it shows"))
                    .orElseThrow(() -> Unprocessable.of("preparation", "UNKNOWN_VALUE", "Choose one of the preparations"));
            readiness.write(viewer, subject, preparation, read(form));
            return new ModelAndView("redirect:" + subject.page());
        } catch (Unprocessable refused) {
            var page = sheet.page(subject, viewer, "", FormFaults.of(refused, form.typed()), frame.time());
            return new ModelAndView("portal/readiness", Map.of("frame", frame, "page", page), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static NewEvidence read(Form form) {
        return new NewEvidence(form.required("text", "Say what shows it, in a sentence"), address(form.text("url")), validity(form.text("validFor")));
    }

    private static @Nullable URI address(@Nullable String text) {
        if (text == null) return null;
        try {
            var address = URI.create(text);
            if (address.getHost() == null || !String.valueOf(address.getScheme()).matches("(?i)https?")) throw new IllegalArgumentException(text);
            return address;
        } catch (IllegalArgumentException unreadable) {
            throw Unprocessable.of("url", "MALFORMED", "An address begins with https://");
        }
    }

    private static @Nullable Duration validity(@Nullable String text) {
        if (text == null) return null;
        if (!text.matches("P\\d{1,4}D")) throw Unprocessable.of("validFor", "MALFORMED", "Choose how long it counts");
        return Duration.ofDays(Period.parse(text).getDays());
    }

    private static Subject service(String name) {
        if (name.isBlank()) throw new NotFound("There is no service without a name.");
        return Subject.of(new ServiceName(name));
    }

    private static Subject person(String name) {
        if (name.isBlank()) throw new NotFound("There is nobody without a name.");
        return Subject.of(new PersonName(name));
    }
}
