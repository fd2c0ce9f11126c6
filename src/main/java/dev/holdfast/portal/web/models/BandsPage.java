package dev.holdfast.portal.web.models;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.FormFaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bands as they are tried, and what they would change: of services, of people's nights, and of money. */
public record BandsPage(
        List<Row> rows,
        String policy,
        boolean changed,
        boolean mayChange,
        FormFaults faults,
        @Nullable Effect effect,
        String confirm,
        String zone) {

    /** One band as it was typed. */
    public record Row(String upTo, String level, List<Choice> called) {}

    /** What would change. */
    public record Effect(
            String heading, List<Figure> figures, List<Band> bands, List<Change> changes, @Nullable String more, List<Night> woken, List<Night> released) {}

    /** A band and how many services are in it, now and then. */
    public record Band(String level, String range, String tolerance, String called, String services) {}

    /** A service of which something would change: now and then, and what. */
    public record Change(String name, String address, String atRisk, List<Shift> shifts) {}

    /** One thing that changes, from what to what. */
    public record Shift(String what, String from, String to) {}

    /** Who begins or stops being called out of hours: a team or domain, by which schedule, for how many services. */
    public record Night(String holder, String services, String schedule, String people, boolean gap) {}
}
