package dev.holdfast.portal.web.service;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.portal.web.Downloads;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.readiness.ReadinessSheet;
import dev.holdfast.readiness.Subject;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The services, and each of them. */
@Controller
class ServicePages {

    private final Documents documents;
    private final ServiceList list;
    private final ServiceSheet sheet;
    private final RaciSheet governance;
    private final ReadinessSheet readiness;

    ServicePages(Documents documents, ServiceList list, ServiceSheet sheet, RaciSheet governance, ReadinessSheet readiness) {
        this.documents = documents;
        this.list = list;
        this.sheet = sheet;
        this.governance = governance;
        this.readiness = readiness;
    }

    @GetMapping("/services")
    String services(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", list.page(ServiceFilter.of(asked), viewer, frame.time()));
        return "portal/services";
    }

    @GetMapping("/services.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked) {
        return Downloads.csv("services", list.csv(ServiceFilter.of(asked), frame.time()));
    }

    @GetMapping("/services/{name}")
    String service(@ModelAttribute("frame") Frame frame, @PathVariable String name, Model model) {
        return documents.holding(() -> {
            model.addAttribute("page", sheet.page(new ServiceName(name), frame.time()));
            model.addAttribute("raci", governance.table(new ServiceName(name), frame.time()));
            model.addAttribute("readiness", readiness.section(Subject.of(new ServiceName(name)), frame.time()));
            return "portal/service";
        });
    }
}
