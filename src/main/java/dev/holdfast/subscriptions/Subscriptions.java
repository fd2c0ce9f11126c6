package dev.holdfast.subscriptions;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.changes.ChangeRights;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Outbound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.keys.Secrets;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.quantities.TimeOrdered;
import dev.holdfast.timers.Timers;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door of subscriptions: change managers make and end them, and whoever reads an address ends them without an account. */
@Service
public class Subscriptions {

    private static final String CONFIRM = "confirm";
    private static final int LONGEST_ADDRESS = 2_000;
    private static final int SHORTEST_SECRET = 16;
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;\"]{1,64}@[^\\s@<>,;\"]{1,190}");

    private final SubscriptionStore store;
    private final NoticesStore deliveries;
    private final Readers readers;
    private final Carriers carriers;
    private final Timers timers;
    private final ChangeRights rights;
    private final Documents documents;
    private final Ledger ledger;
    private final Clock clock;

    Subscriptions(
            SubscriptionStore store, NoticesStore deliveries, Readers readers, Carriers carriers, Timers timers, ChangeRights rights, Documents documents,
            Ledger ledger, Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.readers = readers;
        this.carriers = carriers;
        this.timers = timers;
        this.rights = rights;
        this.documents = documents;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** With what came of its last delivery. */
    public record Shown(Subscription subscription, @Nullable Instant lastAt, @Nullable String lastFailure) {}

    public boolean mayManage(Viewer viewer) {
        return rights.mayDecide(viewer);
    }

    /** An address of mail is asked first whether it wants it. */
    @Transactional
    public Subscription make(Wish wish, Viewer viewer) {
        demandMayManage(viewer);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Scopes.demandKnown(wish.scope(), documents.at(now));
        var address = address(wish);
        if (!carriers.isUsable(wish.way())) throw Unprocessable.of("by", "UNKNOWN_VALUE", "This installation has no mail server.");
        var subscription = new Subscription(
                TimeOrdered.id(now), wish.scope(), wish.told(), wish.way(), address, secret(wish), wish.digestAt(),
                wish.way() == Way.EMAIL ? null : now, viewer.by(), now);
        store.add(subscription);
        if (!subscription.isConfirmed()) askFirst(subscription, now);
        ledger.record(viewer.by(), "subscribe", subject(subscription.id()), null, Map.of(
                "scope", subscription.scope(), "on", subscription.told().word(), "by", subscription.way().word(), "to", subscription.shownAddress()));
        return subscription;
    }

    public List<Shown> all(Viewer viewer) {
        demandMayManage(viewer);
        return store.all().stream().map(kept -> new Shown(kept.subscription(), kept.lastAt(), kept.lastFailure())).toList();
    }

    @Transactional
    public void end(String id, Viewer viewer) {
        demandMayManage(viewer);
        end(found(id).id(), viewer.by());
    }

    /** For whoever has the address of a message; empty where it was ended, or where the token is not ours. */
    public Optional<Subscription> read(String id, String token) {
        return readers.knows(id, token) ? uuid(id).flatMap(store::find) : Optional.empty();
    }

    @Transactional
    public Optional<Subscription> confirm(String id, String token) {
        var found = read(id, token);
        found.filter(subscription -> !subscription.isConfirmed()).ifPresent(subscription -> {
            store.confirm(subscription.id(), clock.instant());
            ledger.record(subscription.shownAddress(), "confirm-subscription", subject(subscription.id()), null, null);
        });
        return found.map(subscription -> subscription.isConfirmed() ? subscription : subscription.confirmed(clock.instant()));
    }

    /** Ended twice it is ended. */
    @Transactional
    public void end(String id, String token) {
        read(id, token).ifPresent(subscription -> end(subscription.id(), subscription.shownAddress()));
    }

    private void end(UUID id, String by) {
        if (store.delete(id)) ledger.record(by, "unsubscribe", subject(id), null, null);
    }

    private void askFirst(Subscription subscription, Instant now) {
        var delivery = deliveries.gathering(subscription.id(), TimeOrdered.id(now), now);
        deliveries.note(subscription.id(), List.of(CONFIRM), delivery, now);
        timers.schedule(new TaskInstance<Void>(PostingTask.NAME, delivery.toString()), now);
    }

    private static String address(Wish wish) {
        var to = wish.to().strip();
        if (to.isEmpty()) throw Unprocessable.of("to", "REQUIRED", "to is required.");
        if (to.length() > LONGEST_ADDRESS) throw Unprocessable.of("to", "OUT_OF_RANGE", "to is too long.");
        if (wish.way() == Way.EMAIL) {
            if (!MAIL.matcher(to).matches()) throw Unprocessable.of("to", "MALFORMED", "to is an address such as changes@example.org.");
            return to;
        }
        Outbound.fault("to", to).ifPresent(why -> {
            throw Unprocessable.of("to", "MALFORMED", why);
        });
        return to;
    }

    private static @Nullable String secret(Wish wish) {
        if (wish.way() != Way.WEBHOOK) return null;
        var secret = wish.secret();
        if (secret != null && !secret.isBlank()) {
            if (secret.length() < SHORTEST_SECRET) throw Unprocessable.of("secret", "OUT_OF_RANGE", "A secret has at least 16 characters.");
            return secret;
        }
        return Secrets.fresh();
    }

    private Subscription found(String id) {
        return uuid(id).flatMap(store::find).orElseThrow(() -> new NotFound("There is no subscription " + id + "."));
    }

    private void demandMayManage(Viewer viewer) {
        viewer.demand(Scope.CHANGES);
        if (!mayManage(viewer)) throw new Forbidden("This is for change managers.");
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static String subject(UUID id) {
        return "subscription/" + id;
    }
}
