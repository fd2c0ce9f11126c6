package dev.holdfast.oncall;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.notification.Briefing;
import dev.holdfast.notification.Briefings;
import dev.holdfast.notification.Delivery;
import dev.holdfast.notification.Message;
import dev.holdfast.notification.Notifications;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Tells who is asked for a swap, and who asked what became of it. That it is agreed, both learn from how their shifts move. */
@Component
class SwapsTold implements Briefings {

    static final String TYPE = "swap";

    private static final Duration PATIENCE = Duration.ofHours(4);

    private final SwapStore store;
    private final Notifications notifications;
    private final Documents documents;
    private final BaseUrl baseUrl;
    private final Clock clock;

    SwapsTold(SwapStore store, Notifications notifications, Documents documents, BaseUrl baseUrl, Clock clock) {
        this.store = store;
        this.notifications = notifications;
        this.documents = documents;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    void asked(Swap swap, Collection<PersonName> participants) {
        var people = swap.taker() == null ? participants.stream().filter(person -> !person.equals(swap.giver())).toList() : List.of(swap.taker());
        tell(swap, people);
    }

    /** Who did not say so themselves. */
    void settled(Swap swap) {
        var people = new ArrayList<PersonName>();
        if (swap.state() != SwapState.WITHDRAWN) people.add(swap.giver());
        if (swap.state() != SwapState.DECLINED && swap.taker() != null) people.add(swap.taker());
        tell(swap, people);
    }

    private void tell(Swap swap, List<PersonName> people) {
        var now = clock.instant();
        var view = documents.at(now);
        var message = new Message(TYPE, TYPE + ":" + swap.id() + ":" + swap.state().word(), null, null, null, Set.of(), PATIENCE);
        people.stream()
                .collect(Collectors.groupingBy(person -> WhenTold.of(MovesTold.calendarOf(view, person), swap.expiresAt(), now)))
                .forEach((at, theirs) -> notifications.send(message, theirs, at));
    }

    @Override
    public boolean concern(Delivery delivery) {
        return delivery.type().equals(TYPE);
    }

    /** Nothing, once it has become something else. */
    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        var said = delivery.regarding().split(":");
        return store.find(said[1]).map(swap -> swap.at(now)).filter(swap -> swap.state().word().equals(said[2])).map(swap -> briefing(delivery.person(), swap, now));
    }

    private Briefing briefing(PersonName reader, Swap swap, Instant now) {
        var words = new MoveWords(documents.at(now), reader);
        var body = JsonNodeFactory.instance.objectNode();
        body.putObject("swap").put("id", swap.id()).put("state", swap.state().word()).put("schedule", swap.schedule());
        return new Briefing(subject(reader, swap, words), text(swap, words), body, baseUrl.of("/swaps/" + swap.id()), null, false);
    }

    private static String subject(PersonName reader, Swap swap, MoveWords words) {
        var giver = words.name(swap.giver().value());
        return switch (swap.state()) {
            case ASKED -> giver + (swap.take() == null ? " asks whether you take a shift" : " asks you to swap shifts");
            case DECLINED -> words.name(swap.taker() == null ? "" : swap.taker().value()) + " cannot take your shift";
            case WITHDRAWN -> giver + " needs no swap any more";
            case EXPIRED -> reader.equals(swap.giver()) ? "Nobody has agreed: the shift is yours" : "The swap with " + giver + " is off: it has begun";
            case AGREED -> "The swap is agreed";
        };
    }

    private static String text(Swap swap, MoveWords words) {
        var lines = new ArrayList<String>();
        lines.add(words.title(swap.schedule()) + ": " + words.period(swap.give()) + " of " + words.name(swap.giver().value()));
        if (swap.take() != null) lines.add("in return for " + words.period(swap.take()));
        if (swap.note() != null) lines.add("“" + swap.note() + "”");
        if (swap.waits()) lines.add("Until somebody agrees, the schedule stays as it is.");
        return String.join("\n", lines);
    }
}
