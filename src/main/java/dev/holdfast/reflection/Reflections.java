package dev.holdfast.reflection;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.operatingmodel.Heads;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.PolicyChanges;
import java.lang.ref.SoftReference;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The door of the quarterly reflection: what it would find now, what is answered to its proposals, and its end (S8). */
@Service
public class Reflections {

    private static final int LONGEST_NOTE = 4_000;

    private final ReflectionFacts facts;
    private final ReflectionStore store;
    private final Documents documents;
    private final Policies policies;
    private final PolicyChanges changes;
    private final Ownership ownership;
    private final Ledger ledger;
    private final Clock clock;
    private volatile SoftReference<ReflectionFacts.@Nullable Found> kept = new SoftReference<>(null);

    Reflections(
            ReflectionFacts facts,
            ReflectionStore store,
            Documents documents,
            Policies policies,
            PolicyChanges changes,
            Ownership ownership,
            Ledger ledger,
            Clock clock) {
        this.facts = facts;
        this.store = store;
        this.documents = documents;
        this.policies = policies;
        this.changes = changes;
        this.ownership = ownership;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** When it falls due, and whether that is soon or over; from two small look-ups. */
    public record Deadline(@Nullable LocalDate on, boolean soon, boolean overdue) {}

    public Deadline deadline() {
        var now = clock.instant();
        var view = documents.at(now);
        var due = due(view, store.lastHeld().orElse(null));
        var today = today(view);
        return new Deadline(due.on(), due.isSoon(today), due.isOver(today));
    }

    public Reflection now() {
        return documents.holding(() -> at(clock.instant()));
    }

    /** What was found before is told again while all that it follows from is equal; who acts in a transaction is always told anew. */
    private Reflection at(Instant now) {
        var view = documents.at(now);
        var last = store.lastHeld().orElse(null);
        var from = last == null ? now.atOffset(ZoneOffset.UTC).minus(Due.EVERY).toInstant() : last;
        var basis = facts.basis(last, store.open(), from, now);
        var acting = TransactionSynchronizationManager.isActualTransactionActive();
        var known = acting ? null : kept.get();
        if (known != null && known.holds(basis, from, now)) return known.reflection().at(from, now, today(view));
        var found = facts.found(view, basis, from, due(view, last));
        if (!acting && basis.equals(facts.basis(last, store.open(), from, now))) kept = new SoftReference<>(found);
        return found.reflection();
    }

    /** Whether the viewer may answer proposals and hold the reflection: administrators, and the heads that the policy names. */
    public boolean mayHold(Viewer viewer) {
        var heads = policies.at(clock.instant()).heads();
        return ownership.mayChangeAll(viewer) || viewer.person() != null && people(heads).anyMatch(viewer.person()::equals);
    }

    /**
     * Accepts a proposal: where it moves bands the policy changes at once, through its own door.
     *
     * @throws NotFound where the facts do not suggest it (any more)
     * @throws Conflict where it has an answer
     */
    @Transactional
    public void accept(Viewer viewer, String key, String note) {
        var now = begin(viewer, note);
        var proposal = proposal(key, now);
        if (proposal.movesBands()) changes.change(viewer, facts.specWith(now, proposal.bands()));
        keep(viewer, proposal, Answer.Outcome.ACCEPTED, note, now);
    }

    /** Leaves things as they are, and says why. */
    @Transactional
    public void leave(Viewer viewer, String key, String note) {
        var now = begin(viewer, note);
        keep(viewer, proposal(key, now), Answer.Outcome.LEFT, note, now);
    }

    /** Takes back that a proposal was left, as long as the reflection is not held. */
    @Transactional
    public void reconsider(Viewer viewer, String key) {
        demandHolder(viewer);
        store.lock();
        if (!store.withdraw(key)) throw new NotFound("Nothing was left under " + key + " in this reflection.");
        ledger.record(viewer.by(), "reconsider-proposal", "reflection/" + key, null, null);
    }

    /** Ends it: the next one falls due a quarter from now. */
    @Transactional
    public Review hold(Viewer viewer, String note) {
        var now = begin(viewer, note);
        var found = at(now);
        if (found.due() == null) throw new Conflict("STATE", "There is no organisation yet to reflect on.");
        var id = store.hold(found.from(), now, viewer.by(), note, found.policyVersion(), found.lost(), found.incidents());
        ledger.record(viewer.by(), "hold-reflection", "reflection/" + id, null, Map.of("note", note, "lost", found.lost().toPlainString()));
        return store.reviews(1).getFirst();
    }

    /** Those that were held, the latest first. */
    public List<Review> held(int most) {
        return store.reviews(most);
    }

    private Instant begin(Viewer viewer, String note) {
        demandHolder(viewer);
        if (note.isBlank()) throw Unprocessable.of("note", "REQUIRED", "A reflection says why.");
        if (note.length() > LONGEST_NOTE) throw Unprocessable.of("note", "OUT_OF_RANGE", "A note has at most 4000 characters.");
        store.lock();
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void demandHolder(Viewer viewer) {
        if (!mayHold(viewer)) {
            throw new Forbidden("The reflection is held by administrators and by the heads of product, delivery and operations.");
        }
    }

    private Proposal proposal(String key, Instant now) {
        if (store.open().stream().anyMatch(answer -> answer.proposal().equals(key))) {
            throw new Conflict("STATE", "This proposal has an answer in this reflection.");
        }
        return at(now).proposals().stream()
                .map(Reflection.Proposed::proposal)
                .filter(it -> it.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotFound("The facts do not suggest " + key + " any more."));
    }

    private void keep(Viewer viewer, Proposal proposal, Answer.Outcome outcome, String note, Instant now) {
        var version = policies.versionAt(clock.instant()).version();
        var answer = new Answer(
                proposal.key(), proposal.code().name(), proposal.sentence(), outcome, note.strip(), now, viewer.by(), version);
        if (!store.add(answer)) throw new Conflict("STATE", "This proposal has an answer in this reflection.");
        ledger.record(viewer.by(), outcome == Answer.Outcome.ACCEPTED ? "accept-proposal" : "leave-proposal", "reflection/" + proposal.key(), null, answer);
    }

    private Due due(CatalogueView view, @Nullable Instant last) {
        var bandsSet = view.organisation().isEmpty() ? null : facts.bandsSet(view);
        return Due.after(last, bandsSet, view.calendar().zone());
    }

    private static LocalDate today(CatalogueView view) {
        return view.at().atZone(view.calendar().zone()).toLocalDate();
    }

    private static Stream<String> people(Heads heads) {
        return Stream.of(heads.operations(), heads.product(), heads.delivery()).filter(Objects::nonNull).map(Objects::requireNonNull);
    }
}
