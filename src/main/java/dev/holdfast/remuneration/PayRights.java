package dev.holdfast.remuneration;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what with a statement: people read their own, budget holders those that they pay, the scope {@code pay} all.
 * Who pays decides, and nobody about their own; of lines that nobody else may decide on, administrators do. To others it
 * is as if there were none.
 */
final class PayRights {

    private PayRights() {}

    static boolean readsAll(Viewer viewer) {
        return viewer.may(Scope.PAY) && viewer.tokenTeam() == null;
    }

    static boolean mayRead(Viewer viewer, Statement statement) {
        return readsAll(viewer) || concerns(viewer, statement);
    }

    /** Their own, or one that they pay: not by a team's token, which stands for nobody. */
    private static boolean concerns(Viewer viewer, Statement statement) {
        return viewer.tokenTeam() == null
                && (statement.person().value().equals(viewer.person()) || statement.isPaidBy(viewer.person()));
    }

    static void demandMayRead(Viewer viewer, Statement statement) {
        if (!mayRead(viewer, statement)) throw unknown(statement.id());
    }

    static NotFound unknown(String id) {
        return new NotFound("There is no statement " + id + ".");
    }

    /** Whoever the body names, where a program with the scope {@code pay} acts; else the viewer. */
    static @Nullable String actor(Viewer viewer, @Nullable String named) {
        if (named == null || named.equals(viewer.person())) return viewer.person();
        if (viewer.tokenName() == null || viewer.person() != null || !readsAll(viewer)) {
            throw new Forbidden("Only " + named + " acts as " + named + ".");
        }
        return named;
    }

    /** The holders for whom somebody may approve it; the empty name stands for nobody. */
    static SortedSet<String> decides(Viewer viewer, @Nullable String actor, Statement statement) {
        var person = statement.person().value();
        if (person.equals(actor) || person.equals(viewer.person())) return new TreeSet<>();
        var administrator = viewer.isAdmin() && viewer.tokenTeam() == null;
        return statement.holders().stream()
                .filter(holder -> holder.equals(Objects.requireNonNullElse(actor, "?")) || administrator && (holder.isEmpty() || holder.equals(person)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Forbidden notTheirs(Statement statement, Viewer viewer, @Nullable String actor) {
        var person = statement.person().value();
        return new Forbidden(
                person.equals(actor) || person.equals(viewer.person())
                        ? "Nobody decides about their own pay."
                        : "This is for who holds the budget of its lines: %s.".formatted(String.join(", ", statement.holders())));
    }
}
