package dev.holdfast.portal.web;

import dev.holdfast.access.Viewer;
import dev.holdfast.incidents.Incidents;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The incidents, each of them, and what changes of them while somebody looks. */
@Controller
class IncidentPages {

    private final IncidentList list;
    private final IncidentSheet sheet;
    private final WallSheet wall;
    private final Incidents incidents;
    private final LiveStream live;
    private final HeldCallouts held;

    IncidentPages(IncidentList list, IncidentSheet sheet, WallSheet wall, Incidents incidents, LiveStream live, HeldCallouts held) {
        this.list = list;
        this.sheet = sheet;
        this.wall = wall;
        this.incidents = incidents;
        this.live = live;
        this.held = held;
    }

    @GetMapping("/incidents")
    String incidents(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked, Model model) {
        var page = list.page(IncidentsAsked.of(asked), frame.time());
        model.addAttribute("page", page);
        model.addAttribute("held", page.open() == null || page.filter().narrows() ? List.of() : held.now(frame.time()));
        return "portal/incidents";
    }

    @GetMapping("/incidents.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked) {
        return Downloads.csv("incidents", list.csv(IncidentsAsked.of(asked), frame.time()));
    }

    @GetMapping("/incidents/{number}")
    String incident(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String number,
            @RequestParam(defaultValue = "all") String show, Model model) {
        model.addAttribute("page", sheet.page(number, show, viewer, frame.time(), FormFaults.NONE));
        return "portal/incident";
    }

    @GetMapping("/incidents/wall")
    String wall(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> asked, Model model) {
        model.addAttribute("page", wall.page(IncidentsAsked.of(asked), frame));
        return "portal/wall";
    }

    @GetMapping("/incidents/{number}/wall")
    String wall(@ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String number, Model model) {
        model.addAttribute("page", sheet.page(number, "all", viewer, frame.time(), FormFaults.NONE));
        return "portal/wallOne";
    }

    @GetMapping(path = "/incidents/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@ModelAttribute("frame") Frame frame) {
        return live.about(payload -> payload.startsWith("incident:"), frame.time().zone());
    }

    @GetMapping(path = "/incidents/{number}/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@ModelAttribute("frame") Frame frame, @PathVariable String number) {
        var about = "incident:" + incidents.find(number).id();
        return live.about(about::equals, frame.time().zone());
    }
}
