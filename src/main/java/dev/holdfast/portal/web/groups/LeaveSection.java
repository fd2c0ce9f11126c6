package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.FormFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a person is away, as it is shown and entered: to those who may enter it with the notes, which shifts each meets,
 * and where their own calendar stands.
 */
public record LeaveSection(
        String person, boolean may, List<Row> rows, String zone, @Nullable String calendar, String reading, boolean stale, FormFaults faults) {

    public LeaveSection {
        rows = List.copyOf(rows);
    }

    /** One leave; {@code meets} are shifts of theirs that fall into it. */
    public record Row(String id, String when, String detail, List<Meeting> meets) {}

    public record Meeting(String words, String address) {}
}
