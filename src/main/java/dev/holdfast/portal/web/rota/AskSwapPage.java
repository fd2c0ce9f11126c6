package dev.holdfast.portal.web.rota;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import java.util.List;

/** Giving a shift away, to everybody or to one, or for another's shift. */
public record AskSwapPage(
        String schedule,
        String title,
        String from,
        String to,
        String zone,
        List<Group> groups,
        String note,
        boolean mine,
        FormFaults faults) {

    /** To whom, or for which of somebody's shifts. */
    public record Group(String label, List<Choice> choices) {}

    /** What is wrong with a field; empty where nothing is. */
    public String fault(String field) {
        return faults.of(field).orElse("");
    }
}
