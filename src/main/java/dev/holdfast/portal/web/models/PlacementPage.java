package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.FormFaults;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.models.ModelsPage.Placement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One service's operating model: how it was calculated, what was decided, and the form for deciding. */
public record PlacementPage(
        String name,
        String title,
        String lede,
        List<Status> facts,
        Placement placement,
        @Nullable String cautions,
        @Nullable String override,
        boolean mayDecide,
        String whoDecides,
        Form form,
        List<PeakRow> peaks,
        String edit,
        List<Decided> history,
        @Nullable String earlier,
        FormFaults faults) {

    /** What may be put in the place of the calculation. */
    public record Form(List<Choice> models, List<Choice> levels, List<Choice> outOfHours, String zone) {}

    /** A peak and what it does. */
    public record PeakRow(String when, String name, String words) {}

    /** One decision: what was decided, what was calculated then, and why. */
    public record Decided(String when, String by, Status what, String details, String calculated, String reason) {}
}
