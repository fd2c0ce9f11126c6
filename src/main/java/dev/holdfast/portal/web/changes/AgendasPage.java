package dev.holdfast.portal.web.changes;

import dev.holdfast.portal.web.FormFaults;
import java.util.List;

/** The agendas to come, and what one may be made of. */
public record AgendasPage(List<Row> coming, List<Candidate> candidates, boolean mayMake, FormFaults faults) {

    public record Row(String id, String when, String words, String madeBy) {}

    /** A change that waits. */
    public record Candidate(String number, String what, String waited, boolean chosen) {}
}
