package dev.holdfast.incidents.web;

import static dev.holdfast.incidents.web.Text.given;
import static dev.holdfast.incidents.web.Text.optional;
import static dev.holdfast.incidents.web.Text.required;

import dev.holdfast.access.Viewer;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.incidents.Actor;
import dev.holdfast.incidents.HandedTo;
import dev.holdfast.incidents.IncidentId;
import dev.holdfast.incidents.Incidents;
import dev.holdfast.incidents.Responding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with an incident. Each act answers the incident as it then stands. */
@RestController
@RequestMapping("/api/v1/incidents/{incident}")
class ActsController {

    private final Incidents incidents;
    private final Responding responding;
    private final Showing showing;

    ActsController(Incidents incidents, Responding responding, Showing showing) {
        this.incidents = incidents;
        this.responding = responding;
        this.showing = showing;
    }

    record Acknowledge(@Nullable String person, @Nullable String note) {
        static final Acknowledge EMPTY = new Acknowledge(null, null);
    }

    @PostMapping("/acknowledge")
    Map<String, @Nullable Object> acknowledge(
            Viewer viewer, @PathVariable String incident, @RequestBody(required = false) @Nullable Acknowledge said) {
        var body = Objects.requireNonNullElse(said, Acknowledge.EMPTY);
        var id = helping(viewer, incident);
        incidents.acknowledge(id, responding.actor(viewer, body.person()), optional("note", body.note()));
        return showing.whole(incident);
    }

    record WithNote(@Nullable String note) {
        static final WithNote EMPTY = new WithNote(null);
    }

    @PostMapping("/unacknowledge")
    Map<String, @Nullable Object> unacknowledge(
            Viewer viewer, @PathVariable String incident, @RequestBody(required = false) @Nullable WithNote said) {
        var note = optional("note", Objects.requireNonNullElse(said, WithNote.EMPTY).note());
        incidents.unacknowledge(deciding(viewer, incident), actor(viewer), note);
        return showing.whole(incident);
    }

    @PostMapping("/resolve")
    Map<String, @Nullable Object> resolve(
            Viewer viewer, @PathVariable String incident, @RequestBody(required = false) @Nullable WithNote said) {
        var note = optional("note", Objects.requireNonNullElse(said, WithNote.EMPTY).note());
        incidents.resolve(deciding(viewer, incident), actor(viewer), note);
        return showing.whole(incident);
    }

    record Note(@Nullable String text) {}

    @PostMapping("/notes")
    Map<String, @Nullable Object> note(Viewer viewer, @PathVariable String incident, @RequestBody Note body) {
        incidents.note(helping(viewer, incident), actor(viewer), required("text", body.text()));
        return showing.whole(incident);
    }

    record ImpactBody(@Nullable BigDecimal impact, @Nullable String service, @Nullable Instant at, @Nullable String note) {}

    @PostMapping("/impact")
    Map<String, @Nullable Object> impact(Viewer viewer, @PathVariable String incident, @RequestBody ImpactBody body) {
        var id = deciding(viewer, incident);
        var impact = given("impact", body.impact());
        if (impact.signum() < 0 || impact.compareTo(BigDecimal.ONE) > 0) {
            throw Unprocessable.of("impact", "OUT_OF_RANGE", "An impact is between 0 and 1.");
        }
        if (impact.signum() == 0 && body.service() == null) {
            throw Unprocessable.of("impact", "OUT_OF_RANGE", "An impact is above 0; with its service, 0 says that it is not affected.");
        }
        var service = body.service() == null ? null : responding.service("service", body.service());
        incidents.impact(id, actor(viewer), service, impact, body.at(), optional("note", body.note()));
        return showing.whole(incident);
    }

    record LossBody(@Nullable BigDecimal amount, @Nullable Instant at, @Nullable String note) {}

    @PostMapping("/loss")
    Map<String, @Nullable Object> loss(Viewer viewer, @PathVariable String incident, @RequestBody LossBody body) {
        var id = deciding(viewer, incident);
        var amount = given("amount", body.amount());
        if (amount.signum() < 0) {
            throw Unprocessable.of("amount", "OUT_OF_RANGE", "A loss is not negative.");
        }
        incidents.loss(id, actor(viewer), amount, body.at(), required("note", body.note()));
        return showing.whole(incident);
    }

    record PersonBody(@Nullable String person) {}

    @PostMapping("/commander")
    Map<String, @Nullable Object> commander(Viewer viewer, @PathVariable String incident, @RequestBody PersonBody body) {
        var id = deciding(viewer, incident);
        incidents.commander(id, actor(viewer), responding.person("person", required("person", body.person())));
        return showing.whole(incident);
    }

    record ResponderBody(@Nullable String person, @Nullable Boolean leave) {}

    @PostMapping("/responders")
    Map<String, @Nullable Object> responders(Viewer viewer, @PathVariable String incident, @RequestBody ResponderBody body) {
        var id = helping(viewer, incident);
        var actor = actor(viewer);
        var person = body.person() == null && actor.person() != null
                ? actor.person()
                : responding.person("person", required("person", body.person()));
        if (Boolean.TRUE.equals(body.leave())) {
            incidents.leave(id, actor, person);
        } else {
            incidents.join(id, actor, person);
        }
        return showing.whole(incident);
    }

    record Reassign(@Nullable String service, @Nullable String reason) {}

    @PostMapping("/reassign")
    Map<String, @Nullable Object> reassign(Viewer viewer, @PathVariable String incident, @RequestBody Reassign body) {
        var id = deciding(viewer, incident);
        var service = responding.service("service", required("service", body.service()));
        incidents.reassign(id, actor(viewer), service, required("reason", body.reason()));
        return showing.whole(incident);
    }

    record Reason(@Nullable String reason) {}

    @PostMapping("/major")
    Map<String, @Nullable Object> major(Viewer viewer, @PathVariable String incident, @RequestBody Reason body) {
        incidents.major(deciding(viewer, incident), actor(viewer), required("reason", body.reason()));
        return showing.whole(incident);
    }

    @PostMapping("/minor")
    Map<String, @Nullable Object> minor(Viewer viewer, @PathVariable String incident, @RequestBody Reason body) {
        incidents.minor(deciding(viewer, incident), actor(viewer), required("reason", body.reason()));
        return showing.whole(incident);
    }

    @PostMapping("/reopen")
    Map<String, @Nullable Object> reopen(Viewer viewer, @PathVariable String incident, @RequestBody Reason body) {
        incidents.reopen(deciding(viewer, incident), actor(viewer), required("reason", body.reason()));
        return showing.whole(incident);
    }

    record Security(@Nullable Boolean affectsUsers) {
        static final Security EMPTY = new Security(false);
    }

    @PostMapping("/security")
    Map<String, @Nullable Object> security(
            Viewer viewer, @PathVariable String incident, @RequestBody(required = false) @Nullable Security said) {
        var affectsUsers = Boolean.TRUE.equals(Objects.requireNonNullElse(said, Security.EMPTY).affectsUsers());
        incidents.security(deciding(viewer, incident), actor(viewer), affectsUsers);
        return showing.whole(incident);
    }

    record HandOver(@Nullable String tier, @Nullable String note) {}

    @PostMapping("/hand-over")
    Map<String, @Nullable Object> handOver(Viewer viewer, @PathVariable String incident, @RequestBody HandOver body) {
        var found = incidents.find(incident);
        responding.demandMayHandOver(viewer, found);
        incidents.handOver(found.id(), actor(viewer), HandedTo.read(required("tier", body.tier())), required("note", body.note()));
        return showing.whole(incident);
    }

    record Nothing() {}

    @PostMapping("/escalate")
    Map<String, @Nullable Object> escalate(
            Viewer viewer, @PathVariable String incident, @RequestBody(required = false) @Nullable Nothing said) {
        incidents.escalate(helping(viewer, incident), actor(viewer));
        return showing.whole(incident);
    }

    private IncidentId helping(Viewer viewer, String incident) {
        var found = incidents.find(incident);
        responding.demandMayHelp(viewer, found);
        return found.id();
    }

    private IncidentId deciding(Viewer viewer, String incident) {
        var found = incidents.find(incident);
        responding.demandMayDecide(viewer, found);
        return found.id();
    }

    private Actor actor(Viewer viewer) {
        return responding.actor(viewer, null);
    }
}
