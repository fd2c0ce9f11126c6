package dev.holdfast.portal.web.rota;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody put above a schedule: which one, when and who; and who is on call in that time as it stands. */
public record OverridePage(
        List<Choice> schedules,
        List<Choice> people,
        String schedule,
        String from,
        String to,
        String person,
        String note,
        String zone,
        @Nullable String instead,
        List<String> warnings,
        FormFaults faults) {

    /** What is wrong with a field; empty where nothing is. */
    public String fault(String field) {
        return faults.of(field).orElse("");
    }
}
