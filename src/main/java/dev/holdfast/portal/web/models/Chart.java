package dev.holdfast.portal.web.models;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The playbook's chart, ready to be drawn: across in per cent, so that it stretches with the page; down and round in rem,
 * so that words and dots keep their size.
 */
public record Chart(
        String label,
        String plot,
        String height,
        int across,
        List<Row> rows,
        List<Column> columns,
        List<Cell> cells,
        List<Tie> ties,
        List<Light> lights) {

    /** An availability level and what it tolerates in a week, beside its row. */
    public record Row(String y, String level, String below, String tolerance, String edge) {}

    /** How often is deployed, and the demand that asks for it. */
    public record Column(String x, String every, String demand) {}

    /** One level and one demand: a few services by name, or many as a crowd with their number and their money. */
    public record Cell(
            String x, String y, String width, String height, String look, List<Note> largest, @Nullable Note note, @Nullable Head head,
            List<Dot> dots, List<Ghost> ghosts, @Nullable Crowd crowd, @Nullable Note aside) {}

    /** Words in a cell. */
    public record Note(String x, String y, String words, String look) {}

    /** What stands above a crowd; it leads to the table of just these services. */
    public record Head(String x, String y, String address, String count, String money) {}

    /** A service: its size is the root of what it has at risk. */
    public record Dot(
            String x, String y, String r, String look, String title, String address, @Nullable String ring, boolean moving,
            @Nullable Words words) {}

    /** The name and the money beside a dot; on one line where the second has no place of its own. */
    public record Words(String dx, String y, String name, @Nullable String moneyY, String money, boolean caution, boolean strong) {}

    /** Where a peak will take a service. */
    public record Ghost(String x, String y, String r, String title, Words words) {}

    /** Services without a name of their own, drawn as strokes of no length in a box that may stretch. */
    public record Crowd(String x, String y, String width, String height, String box, String title, List<Trace> traces) {}

    /** All dots of one size. */
    public record Trace(String path, String width, String look) {}

    /** From a service to where its peak takes it. */
    public record Tie(String x, String from, String to) {

        static Tie between(Ghost ghost, Dot dot) {
            return new Tie(dot.x(), ghost.y(), dot.y());
        }
    }

    /** The traffic light of neighbouring columns. */
    public record Light(String from, String to, String lit, String words) {}
}
