package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.notification.Message;
import dev.holdfast.notification.Notifications;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends what steps decided and writes it down; what one person gets of the same kind at once is one message. */
@Component
class Calls {

    private final EntryStore entries;
    private final LinkStore links;
    private final Notifications notifications;

    Calls(EntryStore entries, LinkStore links, Notifications notifications) {
        this.entries = entries;
        this.links = links;
        this.notifications = notifications;
    }

    void send(List<Called> called, Instant now) {
        entries.write(called.stream().map(one -> one.type() == MessageType.SHADOW
                ? Remarks.told(one.callout().subject(), one.type(), one.person(), now)
                : Remarks.called(one, now)).toList());
        var letters = new ArrayList<Notifications.Letter>();
        for (var together : messages(called)) {
            var first = together.getFirst();
            if (together.size() > 1) {
                var subjects = together.stream().map(one -> one.callout().subject()).toList();
                links.bundle(TimeOrdered.id(now), subjects, first.person(), now);
            }
            letters.add(new Notifications.Letter(message(together, now), first.person()));
        }
        notifications.sendAll(letters, now);
    }

    private static List<List<Called>> messages(List<Called> called) {
        record Addressee(MessageType type, PersonName person) {}

        var alone = new ArrayList<List<Called>>();
        var bundles = new LinkedHashMap<Addressee, List<Called>>();
        for (var one : called) {
            if (one.type().isBundled()) {
                bundles.computeIfAbsent(new Addressee(one.type(), one.person()), to -> new ArrayList<>()).add(one);
            } else {
                alone.add(List.of(one));
            }
        }
        alone.addAll(bundles.values());
        return alone;
    }

    /** A failing delivery is tried again for as long as the step lasts. */
    private static Message message(List<Called> together, Instant now) {
        var first = together.getFirst();
        var callout = first.callout();
        var also = new LinkedHashSet<String>();
        together.stream().skip(1).forEach(other -> also.add(other.callout().subject().value()));
        return new Message(
                first.type().word(),
                callout.subject().value(),
                callout.progress().step(),
                callout.progress().round(),
                callout.schedule(),
                also,
                Duration.between(now, callout.dueAt() == null ? now : callout.dueAt()));
    }
}
