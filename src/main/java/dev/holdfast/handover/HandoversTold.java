package dev.holdfast.handover;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.notification.Briefing;
import dev.holdfast.notification.Briefings;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.Message;
import dev.holdfast.notification.Notifications;
import dev.holdfast.oncall.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells whoever takes over, once, at the instant at which their shift begins: they are on call then, whatever the hour. Of
 * changeovers that came while nothing ran, the last one alone is told.
 */
@Component
class HandoversTold implements Briefings {

    static final String TYPE = "handover";

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration BACK = Duration.ofDays(120);
    private static final List<Duration> AHEAD = List.of(Duration.ofDays(35), Duration.ofDays(400));

    private final Handovers handovers;
    private final Schedules schedules;
    private final WatchStore watches;
    private final HandoverTimers timers;
    private final Notifications notifications;
    private final Documents documents;
    private final BaseUrl baseUrl;
    private final JsonMapper json;
    private final Clock clock;

    HandoversTold(
            Handovers handovers, Schedules schedules, WatchStore watches, HandoverTimers timers, Notifications notifications, Documents documents,
            BaseUrl baseUrl, JsonMapper json, Clock clock) {
        this.handovers = handovers;
        this.schedules = schedules;
        this.watches = watches;
        this.timers = timers;
        this.notifications = notifications;
        this.documents = documents;
        this.baseUrl = baseUrl;
        this.json = json;
        this.clock = clock;
    }

    /** Schedules that were there before anybody watched them. */
    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    void watchAll() {
        var now = clock.instant();
        var watched = watches.watched();
        timers.look(
                documents.at(now).documents(HandoverPart.SCHEDULE).stream().map(document -> document.name()).filter(name -> !watched.contains(name)).toList(),
                now);
    }

    /** Tells of what came since the last look, and sets the timer of what comes next. */
    @Transactional
    void look(String schedule) {
        var now = clock.instant();
        var watch = watches.lock(schedule, now);
        if (documents.versions(HandoverPart.SCHEDULE, schedule).isEmpty()) {
            watches.forget(schedule);
            return;
        }
        handovers.changes(schedule, now.minus(BACK), now.plusNanos(1_000)).stream()
                .filter(change -> change.at().isAfter(watch.toldUntil()) && !change.at().isAfter(now))
                .reduce((one, later) -> later)
                .ifPresent(change -> tell(change, now));
        var next = next(schedule, now).orElse(null);
        if (watch.nextAt() != null && !watch.nextAt().equals(next)) timers.drop(schedule, watch.nextAt());
        if (next != null) timers.set(schedule, next);
        watches.keep(schedule, new WatchStore.Watch(now, next));
    }

    private Optional<Instant> next(String schedule, Instant now) {
        return AHEAD.stream()
                .flatMap(ahead -> handovers.changes(schedule, now.minus(BACK), now.plus(ahead)).stream().filter(change -> change.at().isAfter(now)).findFirst().stream())
                .map(Changeover::at)
                .findFirst();
    }

    private void tell(Changeover change, Instant now) {
        var regarding = TYPE + ":" + change.schedule() + "#" + change.at();
        notifications.send(new Message(TYPE, regarding, null, null, change.schedule(), Set.of(), PATIENCE), change.to(), now);
    }

    @Override
    public boolean concern(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    /** Nothing is said to who has acknowledged it already, or is not on call by then. */
    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        var about = delivery.regarding().substring(TYPE.length() + 1);
        var schedule = about.substring(0, about.lastIndexOf('#'));
        var at = Instant.parse(about.substring(about.lastIndexOf('#') + 1));
        if (!delivery.person().equals(schedules.onCall(schedule, now).person())) return Optional.empty();
        return handovers.find(schedule, at, now)
                .filter(handover -> handover.acknowledgedAt() == null && handover.change().to().equals(delivery.person()))
                .map(handover -> briefing(handover, now));
    }

    private Briefing briefing(Handover handover, Instant now) {
        var words = new HandoverWords(handover, documents.at(now));
        return new Briefing(
                words.subject(), words.text(), body(handover), baseUrl.of("/schedules/" + handover.change().schedule() + "/handovers"), null, false);
    }

    private ObjectNode body(Handover handover) {
        var body = json.createObjectNode();
        var about = body.putObject(TYPE);
        var change = handover.change();
        about.put("id", handover.id()).put("schedule", change.schedule()).put("from", change.from().value()).put("at", change.at().toString());
        about.set("digest", json.valueToTree(handover.digest()));
        var notes = about.putArray("notes");
        handover.notes().forEach(note -> notes.addObject().put("by", note.by()).put("at", note.at().toString()).put("text", note.text()));
        return body;
    }
}
