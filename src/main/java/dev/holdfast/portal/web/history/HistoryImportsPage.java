package dev.holdfast.portal.web.history;

import dev.holdfast.portal.web.FormFaults;
import java.util.List;

/** Where history is sent, and what was sent lately. */
public record HistoryImportsPage(List<HistoryImportPage> latest, FormFaults faults) {

    public HistoryImportsPage {
        latest = List.copyOf(latest);
    }
}
