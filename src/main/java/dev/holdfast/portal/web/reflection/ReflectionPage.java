package dev.holdfast.portal.web.reflection;

import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Status;
import dev.holdfast.quantities.Because;
import java.util.List;
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
        List<Asked> proposals,
        List<Said> answers,
        List<Band> bands,
        List<Demand> demand,
        List<Loss> losses,
        List<Pair> facts,
        List<Line> held,
        boolean mayHold,
        boolean nothing,
        FormFaults faults) {

    /**
     * A proposal that waits for an answer.
     *
     * @param then the bands as they would be, in words; empty where none moves
     * @param mend where the work is to be done where no band moves
     */
    public record Asked(
            String key, Status status, String sentence, List<Because> why, String then, List<Move> moves, String standby, @Nullable String mend) {

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
