package dev.holdfast.portal.web.rota;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.catalogue.Diff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule being made or changed: its form, what it would do to the next weeks, and what is wrong.
 *
 * @param name null where it is new
 * @param base the version that was before the editor
 * @param shown a print of what the preview below is of; empty where there is none
 * @param focus the id of the field to go on with
 * @param changed what somebody else changed meanwhile
 * @param refused why it is not the reader's to change
 */
public record RotaPage(
        String heading,
        @Nullable String name,
        String address,
        int base,
        String shown,
        String focus,
        Fields fields,
        List<Layer> layers,
        List<String> zones,
        List<Choice> people,
        FormFaults faults,
        @Nullable String notice,
        List<Diff.Row> changed,
        @Nullable PreviewView preview,
        @Nullable String refused) {

    /** What is said of the schedule as a whole. */
    public record Fields(
            String name, String title, List<Choice> holders, List<Choice> tiers, List<Choice> hours, String zone, boolean primary, String from) {}

    /** One layer: its sentence, and its fields. */
    public record Layer(
            String id, int number, String words, String start, String every, List<Choice> units, List<Choice> turns, List<Row> people, List<Window> windows,
            String from, String to, String zone, boolean first, boolean last) {

        /** Whether it says what most do not. */
        public boolean more() {
            return !from.isEmpty() || !to.isEmpty() || !zone.isEmpty() || turns.stream().anyMatch(it -> it.chosen() && it.value().equals("active"));
        }
    }

    /** One who takes turns, in their place. */
    public record Row(String id, String place, String value, String shown, boolean first, boolean last) {}

    /** Hours of the week. */
    public record Window(String id, String place, List<Choice> days, String from, String to) {}

    public boolean has(String field) {
        return faults.of(field).isPresent();
    }

    /** What is wrong with a field; empty where nothing is. */
    public String fault(String field) {
        return faults.of(field).orElse("");
    }
}
