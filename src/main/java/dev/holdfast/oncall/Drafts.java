package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.notification.Contacts;
import dev.holdfast.quantities.Period;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Looks at a schedule before it is applied; changes nothing. */
@Service
public class Drafts {

    private static final int LONGEST = 53;

    private final Catalogue catalogue;
    private final Documents documents;
    private final SchedulePart part;
    private final ScheduleBook book;
    private final Contacts contacts;
    private final Clock clock;

    Drafts(Catalogue catalogue, Documents documents, SchedulePart part, ScheduleBook book, Contacts contacts, Clock clock) {
        this.catalogue = catalogue;
        this.documents = documents;
        this.part = part;
        this.book = book;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * What applying that spec would do to the next weeks, by whoever might apply it.
     *
     * @throws Unprocessable with every fault, as applying it would
     */
    public Draft preview(String name, ObjectNode spec, int weeks, Viewer viewer) {
        if (weeks < 1 || weeks > LONGEST) throw Unprocessable.of("weeks", "OUT_OF_RANGE", "weeks lies between 1 and " + LONGEST + ".");
        return documents.holding(() -> drafted(name, spec, weeks, viewer));
    }

    private Draft drafted(String name, ObjectNode spec, int weeks, Viewer viewer) {
        var now = clock.instant();
        var view = documents.at(now);
        var latest = documents.versions(SchedulePart.KIND, name).stream().reduce((one, next) -> next).filter(it -> goesOn(it, now)).orElse(null);
        var envelope = latest == null ? catalogue.blank(SchedulePart.KIND, name) : catalogue.envelope(latest);
        envelope.set("spec", spec.deepCopy());
        catalogue.apply(envelope, viewer, true);
        var schedule = documents.read(part, drafted(name, spec, latest, now)).orElseThrow();
        var before = latest == null ? new Timeline(List.of()) : book.timeline(name);
        var after = before.replaced(inForce(spec, latest, now), schedule.roster().withOverrides(book.overridden(now).of(List.of(name)).getOrDefault(name, List.of())));
        var end = now.plus(Duration.ofDays(7L * weeks));
        var items = after.shifts(now, end);
        var was = before.shifts(now, end);
        var place = latest == null ? Long.MAX_VALUE : latest.place();
        return new Draft(now, items, was, Timeline.gaps(items, now, end), Moves.between(was, items), checks(view, new NamedSchedule(name, place, schedule, after), now));
    }

    private List<Check> checks(CatalogueView view, NamedSchedule schedule, Instant now) {
        var name = schedule.holder() instanceof Holder.OfTeam(var team, var tier) ? team : null;
        var team = name == null ? null : view.team(name).orElse(null);
        var reachable = contacts.reachable(schedule.schedule().roster().participants(now));
        return ScheduleChecks.of(Checked.of(schedule, team, view.calendarOf(name), view::person, reachable::contains, now));
    }

    /** As applying would have it: at once, unless the spec or a version that waits says later; the first one of all holds before it, too. */
    private static Instant inForce(ObjectNode spec, @Nullable Document latest, Instant now) {
        if (latest == null) return Instant.MIN;
        var declared = spec.path("effectiveFrom").asString("");
        if (!declared.isEmpty()) return java.time.OffsetDateTime.parse(declared).toInstant();
        return latest.effectiveFrom().isAfter(now) ? latest.effectiveFrom() : now;
    }

    private static boolean goesOn(Document document, Instant now) {
        var to = document.inForce().to();
        return to == null || to.isAfter(now);
    }

    private static Document drafted(String name, ObjectNode spec, @Nullable Document latest, Instant now) {
        var metadata = latest == null ? spec.objectNode() : latest.metadata();
        return new Document(SchedulePart.KIND, name, 0, 0, null, null, metadata, spec.deepCopy(), now, new Period(now, null), now, "", 0);
    }
}
