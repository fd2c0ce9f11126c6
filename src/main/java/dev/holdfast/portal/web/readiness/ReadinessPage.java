package dev.holdfast.portal.web.readiness;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The preparations of a service or a person with all that was written down, and the form to write more. */
public record ReadinessPage(
        String list,
        String listWords,
        String address,
        String name,
        String title,
        String lede,
        ReadinessSection section,
        List<Choice> preparations,
        List<Choice> validities,
        boolean may,
        List<Said> history,
        FormFaults faults) {

    /** Evidence as it was written: for what, what, by whom and when. */
    public record Said(String preparation, String text, @Nullable String url, String second) {}
}
