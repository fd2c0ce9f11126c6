package dev.holdfast.portal.web.reflection;

import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Status;
import dev.holdfast.quantities.Because;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The reflection, ready to be read.
 *
 * @param due what the strip says where it is due soon or over; null otherwise
 * @param mayHold whether the reader may answer and hold it
 */
public record ReflectionPage(
        String heading,
        String lede,
        @Nullable Status due,
        String dueWords,
        List<Figure> figures,
        Shown<Asked> proposals,
        Shown<Said> answers,
        List<Band> bands,
        List<Demand> demand,
        List<Loss> losses,
        List<Pair> facts,
        List<Line> held,
        boolean mayHold,
        boolean nothing,
        FormFaults faults) {

    /**
     * Some of a list, in words which of how many.
     *
     * @param next where the next of them are; null where these are the last
     */
    public record Shown<T>(List<T> rows, String words, @Nullable String next) {

        private static final int MOST = 25;

        /** Those after so many that are passed over; beyond the end of the list its first again. */
        static <T, R> Shown<R> of(List<T> all, int passed, String list, Function<T, R> row) {
            var first = passed < all.size() ? passed : 0;
            var rows = all.stream().skip(first).limit(MOST).map(row).toList();
            var after = first + rows.size();
            var words = rows.size() == all.size() ? "" : "%d to %d of %d".formatted(first + 1, after, all.size());
            return new Shown<>(rows, words, after < all.size() ? "/reflection?%s=%d#%s".formatted(list, after, list) : null);
        }
    }

    /**
     * A proposal that waits for an answer.
     *
     * @param why its first reasons, and {@code further} those after them; {@code whyMore} how many more only {@code csv} has
     * @param moves the first services that it would change; {@code movesMore} how many more there are in {@code csv}
     * @param then the bands as they would be, in words; empty where none moves
     * @param mend where the work is to be done where no band moves
     */
    public record Asked(
            String key, Status status, String sentence, List<Because> why, List<Because> further, int whyMore, String then, List<Move> moves, int movesMore,
            String standby, String csv, @Nullable String mend) {

        /** The field of its note, which is the anchor of its faults. */
        public String field() {
            return "note-" + Integer.toHexString(key.hashCode());
        }
    }

    public record Move(String service, String now, String then) {}

    /** @param undo the proposal's key where the answer can be taken back; null otherwise */
    public record Said(Status status, String sentence, String words, String note, @Nullable String undo) {}

    public record Band(String level, String worth, int services, String atRisk, long incidents, String beyond, String lost, String standby) {}

    public record Demand(String name, String every, int services, String changed) {}

    public record Loss(
            String service, String title, String level, String atRisk, long incidents, String beyond, String lost, String kept) {}

    public ReflectionPage with(FormFaults refused) {
        return new ReflectionPage(
                heading, lede, due, dueWords, figures, proposals, answers, bands, demand, losses, facts, held, mayHold, nothing, refused);
    }
}
