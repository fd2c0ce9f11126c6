package dev.holdfast.portal.web.changes;

import dev.holdfast.access.Viewer;
import dev.holdfast.changes.Changes;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.portal.web.Form;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Frame;
import dev.holdfast.portal.web.LiveStream;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What waits, decided in the list; what changes while somebody looks, and the wall. */
@Controller
class QueuePages {

    private final ChangesSheet list;
    private final ChangesWallSheet wall;
    private final Changes changes;
    private final LiveStream live;

    QueuePages(ChangesSheet list, ChangesWallSheet wall, Changes changes, LiveStream live) {
        this.list = list;
        this.wall = wall;
        this.changes = changes;
        this.live = live;
    }

    @GetMapping("/changes/wall")
    String wall(@ModelAttribute("frame") Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", wall.page(viewer, frame));
        return "portal/changesWall";
    }

    @GetMapping(path = "/changes/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(@ModelAttribute("frame") Frame frame) {
        return live.about(Changes.LIVE::equals, frame.time().zone());
    }

    @PostMapping("/changes/queue/{reference}/{act:approve|reject}")
    String decide(
            @ModelAttribute("frame") Frame frame, Viewer viewer, @PathVariable String reference, @PathVariable String act,
            @RequestParam Map<String, String> fields, Model model) {
        var form = new Form(fields);
        var service = Objects.requireNonNullElse(form.text("service"), "");
        try {
            var change = changes.decide(reference, act.equals("approve"), form.text("reason"), null, viewer);
            return "redirect:" + ChangesSheet.Asked.about(service).address("") + "&decided=" + change.reference();
        } catch (Unprocessable refused) {
            return again(reference, refused.faults().getFirst().message(), service, form, frame, viewer, model);
        } catch (Forbidden | Conflict refused) {
            return again(reference, refused.detail(), service, form, frame, viewer, model);
        }
    }

    private String again(String reference, String message, String service, Form form, Frame frame, Viewer viewer, Model model) {
        var faults = FormFaults.of("reason-" + reference, message, Map.of("reason-" + reference, Objects.requireNonNullElse(form.text("reason"), "")));
        model.addAttribute("page", list.page(ChangesSheet.Asked.about(service), viewer, frame.time(), faults));
        return "portal/changes";
    }
}
