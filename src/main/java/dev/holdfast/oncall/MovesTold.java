package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.notification.Briefing;
import dev.holdfast.notification.Briefings;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.Message;
import dev.holdfast.notification.Notifications;
import dev.holdfast.quantities.Period;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Tells those whose shifts move: once for each change, whatever and however much it moved, in the transaction that
 * changes it. It wakes nobody: it waits until they work, unless the shift begins before.
 */
@Component
class MovesTold implements Briefings {

    static final String TYPE = "moved";

    private static final Duration PATIENCE = Duration.ofHours(4);

    private final MoveStore store;
    private final Notifications notifications;
    private final Documents documents;
    private final BaseUrl baseUrl;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MovesTold(
            MoveStore store, Notifications notifications, Documents documents, BaseUrl baseUrl, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.notifications = notifications;
        this.documents = documents;
        this.baseUrl = baseUrl;
        this.events = events;
        this.clock = clock;
    }

    /** All that one transaction moves is one change. */
    void moved(String schedule, List<Move> moves, String by) {
        var now = clock.instant();
        var ahead = moves.stream().filter(move -> move.ends().isAfter(now)).map(move -> new MoveStore.Kept(schedule, move, by)).toList();
        if (ahead.isEmpty()) return;
        events.publishEvent(new ShiftsMoved(schedule));
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Change.class::isInstance)
                .map(Change.class::cast)
                .findFirst()
                .orElseGet(this::change)
                .moves.addAll(ahead);
    }

    private Change change() {
        var change = new Change();
        TransactionSynchronizationManager.registerSynchronization(change);
        return change;
    }

    private void tell(List<MoveStore.Kept> moves) {
        var now = clock.instant();
        var change = UUID.randomUUID().toString();
        var view = documents.at(now);
        store.keep(change, moves, now);
        var message = new Message(TYPE, TYPE + ":" + change, null, null, null, Set.of(), PATIENCE);
        moves.stream()
                .collect(Collectors.groupingBy(kept -> kept.move().person(), Collectors.mapping(kept -> kept.move().begins(), Collectors.minBy(Instant::compareTo))))
                .entrySet().stream()
                .collect(Collectors.groupingBy(each -> WhenTold.of(calendarOf(view, each.getKey()), each.getValue().orElse(now), now)))
                .forEach((at, people) -> notifications.send(message, people.stream().map(each -> each.getKey()).sorted().toList(), at));
    }

    static WorkingCalendar calendarOf(CatalogueView view, PersonName person) {
        return view.teamsOf(person).stream().findFirst().map(team -> view.calendarOf(team.name())).orElseGet(view::calendar);
    }

    @Override
    public boolean concern(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    /** What is over by then is not told any more. */
    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        var moves = store.of(delivery.regarding().substring(TYPE.length() + 1), delivery.person()).stream()
                .filter(kept -> kept.move().ends().isAfter(now))
                .toList();
        if (moves.isEmpty()) return Optional.empty();
        var words = new MoveWords(documents.at(now), delivery.person());
        var url = baseUrl.of("/schedules/" + moves.getFirst().schedule());
        return Optional.of(new Briefing(words.subject(moves), words.text(moves), body(moves), url, null, false));
    }

    private static ObjectNode body(List<MoveStore.Kept> moves) {
        var body = JsonNodeFactory.instance.objectNode();
        var moved = body.putArray("moved");
        moves.forEach(kept -> {
            var one = moved.addObject().put("schedule", kept.schedule());
            put(one, "was", kept.move().was());
            put(one, "becomes", kept.move().becomes());
        });
        return body.put("by", moves.getFirst().by());
    }

    private static void put(ObjectNode move, String field, @Nullable Period period) {
        if (period == null) move.putNull(field);
        else move.putObject(field).put("from", period.from().toString()).put("to", String.valueOf(period.to()));
    }

    /** What one transaction has moved so far. */
    private final class Change implements TransactionSynchronization {

        private final List<MoveStore.Kept> moves = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            tell(moves);
        }
    }
}
