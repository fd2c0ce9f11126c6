package dev.holdfast.integrations;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Refusal;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What waits to be placed, for people who can say where it belongs (C9). */
@org.springframework.stereotype.Service
public class UnplacedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(UnplacedEvents.class);
    private static final String CHANGE_MANAGER = "change-manager";

    private final UnplacedStore store;
    private final RememberedStore remembered;
    private final Placement placement;
    private final PipelinePart part;
    private final Documents documents;
    private final Ownership ownership;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    UnplacedEvents(
            UnplacedStore store, RememberedStore remembered, Placement placement, PipelinePart part, Documents documents, Ownership ownership,
            Ledger ledger, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.remembered = remembered;
        this.placement = placement;
        this.part = part;
        this.documents = documents;
        this.ownership = ownership;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Where somebody says that an event belongs; {@code remember} for what waits and comes of the same names. */
    public record Place(ServiceName service, @Nullable String environment, boolean remember) {}

    /** The latest first. */
    public Listing<UnplacedEvent> list(@Nullable String cursor, Limit limit) {
        var before = Cursor.read(cursor, UUID::fromString).orElse(null);
        return documents.holding(() -> Listing.cut(store.waiting(before, limit.andOne()), limit, event -> event.id().toString())
                .map(this::suggesting));
    }

    /** By what they are about, the latest first. */
    public List<UnplacedSource> sources(int most) {
        return documents.holding(() -> store.sources(most).stream()
                .map(source -> new UnplacedSource(suggesting(source.latest()), source.events(), source.since()))
                .toList());
    }

    public UnplacedEvent find(UUID id) {
        return store.find(id).map(this::suggesting).orElseThrow(() -> gone(id));
    }

    /** Whether this viewer may say of something that it is that service's. */
    public boolean mayPlace(Viewer viewer, @Nullable ServiceName service) {
        if (!viewer.may(Scope.DEPLOYMENTS)) return false;
        if (ownership.mayChangeAll(viewer) || viewer.tokenName() == null && viewer.roles().contains(CHANGE_MANAGER)) return true;
        return service != null && ownership.mayChange(viewer, service);
    }

    /** Records it there, and answers how many events were placed by it. */
    public int place(UUID id, Place place, Viewer viewer) {
        viewer.demand(Scope.DEPLOYMENTS);
        if (documents.at(clock.instant()).service(place.service()).isEmpty()) {
            throw Unprocessable.of("service", "UNKNOWN_REFERENCE", "There is no service " + place.service() + ".");
        }
        demand(viewer, place.service());
        var placed = transaction.execute(status -> placed(id, place, viewer));
        return place.remember() ? 1 + placeOthers(placed, viewer) : 1;
    }

    public void dismiss(UUID id, Viewer viewer) {
        dismissed(List.of(id), viewer);
    }

    /** With whatever else waits of the same name. */
    public void dismissAll(UUID id, Viewer viewer) {
        var event = find(id);
        dismissed(store.of(event.integration(), event.source()), viewer);
    }

    private void dismissed(List<UUID> ids, Viewer viewer) {
        transaction.executeWithoutResult(status -> ids.forEach(id -> {
            var event = store.lock(id).orElseThrow(() -> gone(id));
            demand(viewer, suggesting(event).suggestion());
            store.decide(id, "dismissed", viewer.by(), clock.instant());
            ledger.record(viewer.by(), "dismiss", subject(event), Map.of("source", event.source()), null);
        }));
    }

    private UnplacedEvent placed(UUID id, Place place, Viewer viewer) {
        var event = store.lock(id).orElseThrow(() -> gone(id));
        var environment = placement.placeIn(pipeline(event), event.said(), place.service(), place.environment());
        store.decide(id, "placed", viewer.by(), clock.instant());
        if (place.remember()) remember(event, place, viewer);
        ledger.record(
                viewer.by(), "place", subject(event), Map.of("source", event.source()),
                Map.of("service", place.service().value(), "environment", environment, "remembered", place.remember()));
        return event;
    }

    private void remember(UnplacedEvent event, Place place, Viewer viewer) {
        remembered.source(event.integration(), event.source(), place.service(), viewer.by(), clock.instant());
        var said = event.environment();
        if (said != null && place.environment() != null && !said.equals(place.environment())) {
            remembered.environment(event.integration(), said, place.environment(), viewer.by(), clock.instant());
        }
    }

    private int placeOthers(UnplacedEvent like, Viewer viewer) {
        return (int) store.of(like.integration(), like.source()).stream().filter(id -> isPlaced(id, viewer)).count();
    }

    /** Each by itself: one that cannot be recorded goes on waiting. */
    private boolean isPlaced(UUID id, Viewer viewer) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                var event = store.lock(id).orElse(null);
                if (event == null || placement.place(pipeline(event), event.said()).isPresent()) return false;
                store.decide(id, "placed", viewer.by(), clock.instant());
                return true;
            }));
        } catch (Refusal refused) {
            LOG.info("The unplaced event {} goes on waiting: {}", id, refused.detail());
            return false;
        }
    }

    private Pipeline pipeline(UnplacedEvent event) {
        return documents.at(clock.instant())
                .part(part, event.integration())
                .orElseThrow(() -> new Conflict("STATE", "There is no integration %s any more.".formatted(event.integration())));
    }

    private UnplacedEvent suggesting(UnplacedEvent event) {
        var view = documents.at(clock.instant());
        var known = view.part(part, event.integration()).flatMap(pipeline -> placement.service(pipeline, event.said()));
        return event.suggesting(known.or(() -> Closest.to(event.said().sources(), view.services().stream().map(Service::name).toList()))
                .orElse(null));
    }

    private void demand(Viewer viewer, @Nullable ServiceName service) {
        viewer.demand(Scope.DEPLOYMENTS);
        if (!mayPlace(viewer, service)) {
            throw new Forbidden("Change managers, administrators and whoever may change the service decide where this belongs.");
        }
    }

    private static String subject(UnplacedEvent event) {
        return "Integration/" + event.integration();
    }

    private static NotFound gone(UUID id) {
        return new NotFound("No event %s waits to be placed.".formatted(id));
    }
}
