package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.NotFound;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.Names;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is called for a service at an instant, past or to come, and why: a page with an address. */
@Controller
class WhyPages {

    private final CalledWhy calledWhy;
    private final Documents documents;

    WhyPages(CalledWhy calledWhy, Documents documents) {
        this.calledWhy = calledWhy;
        this.documents = documents;
    }

    @GetMapping("/services/{service:[a-z0-9-]+}/on-call")
    String why(@ModelAttribute("frame") Frame frame, @PathVariable String service, @RequestParam Map<String, String> fields, Model model) {
        if (documents.versions("Service", service).isEmpty()) throw new NotFound("There is no service " + service + ".");
        var asked = new HashMap<>(fields);
        asked.put("service", service);
        var time = frame.time();
        var page = documents.holding(() -> {
            var read = OnCallAsked.of(asked);
            var local = read.at();
            var view = documents.at(local == null ? time.now() : local.atZone(time.zone()).toInstant());
            return calledWhy.of(view, read, new Names(view), time);
        });
        model.addAttribute("page", page);
        return "portal/whoCalled";
    }
}
