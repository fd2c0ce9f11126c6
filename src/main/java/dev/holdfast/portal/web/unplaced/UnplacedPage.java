package dev.holdfast.portal.web.unplaced;

import dev.holdfast.portal.web.FormFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What waits to be placed, one part for each thing that pipelines tell of; {@code services} are the names to choose from. */
public record UnplacedPage(String lede, @Nullable String done, List<Part> parts, List<String> services, FormFaults faults) {

    /**
     * One thing of a sender's, with the form that places it.
     *
     * @param environment what the form suggests; null where it is about none
     * @param mayDecide whether it is the reader's to decide
     */
    public record Part(
            String id, String source, String events, String waits, String why, String service, @Nullable String environment,
            String environmentHint, boolean mayDecide) {}

    UnplacedPage with(FormFaults its) {
        return new UnplacedPage(lede, done, parts, services, its);
    }

    /** Where the place was refused, what was typed stays. */
    public String service(Part part) {
        return isRefused(part) ? faults.typed("service") : part.service();
    }

    public String environment(Part part) {
        if (isRefused(part)) return faults.typed("environment");
        return part.environment() == null ? "" : part.environment();
    }

    private boolean isRefused(Part part) {
        return faults.typed("of").equals(part.id());
    }
}
