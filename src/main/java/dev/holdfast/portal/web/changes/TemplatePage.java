package dev.holdfast.portal.web.changes;

import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Status;
import java.util.List;

/** A change template, with what its service has earned. */
public record TemplatePage(
        String name, String title, String service, Status status, List<Pair> says, List<Pair> stands, List<Pair> earned, List<Act> acts, FormFaults faults) {

    /** What the reader may make of it. */
    public record Act(String word, String words, boolean main, boolean reasoned) {}

    TemplatePage with(FormFaults found) {
        return new TemplatePage(name, title, service, status, says, stands, earned, acts, found);
    }
}
