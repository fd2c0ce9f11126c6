package dev.holdfast.catalogue;

import dev.holdfast.http.Fault;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was read from a calendar's address and counts: it is kept when the document is applied
 * again, also with another address until that was read, and nobody writes it.
 */
final class ReadHolidays {

    private static final String READ = HolidayCalendarPart.READ;

    private ReadHolidays() {}

    /** Changes the drafts; answers the faults of those that write it themselves. */
    static List<Fault> keep(List<Draft> drafts, Snapshot snapshot) {
        var faults = new ArrayList<Fault>();
        for (var draft : drafts) {
            if (!draft.kind().equals(HolidayCalendarPart.KIND)) continue;
            if (draft.spec().has(READ)) {
                faults.add(new Fault(draft.document(), "spec." + READ, "UNKNOWN_FIELD", READ + " is not a field of a " + draft.kind()));
            }
            snapshot.latest(draft.key()).ifPresent(before -> keep(before.spec(), draft.spec()));
        }
        return faults;
    }

    private static void keep(ObjectNode before, ObjectNode after) {
        if (before.has(READ) && after.has("from")) {
            after.set(READ, before.get(READ).deepCopy());
        }
    }

    /** The document with these days as those that were read. */
    static Draft with(Document document, SortedMap<LocalDate, String> days) {
        var spec = document.spec().deepCopy();
        var read = spec.putArray(READ);
        days.forEach((date, name) -> read.addObject().put("date", date.toString()).put("name", name));
        return new Draft(
                1, document.kind(), document.name(), document.title(), document.description(), document.metadata().deepCopy(), spec);
    }
}
