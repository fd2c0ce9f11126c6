package dev.holdfast.portal.web.service;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services: what each has at risk, how it is run, and who is called for it now. */
public record ServicesPage(
        String lede,
        boolean empty,
        boolean mayApply,
        String words,
        List<Picker> pickers,
        boolean narrowed,
        String sort,
        List<Head> heads,
        List<Count> counts,
        List<Row> rows,
        String total,
        String csv,
        @Nullable String first,
        @Nullable String next) {

    /** One thing to choose by. */
    public record Picker(String name, String label, List<Choice> choices) {}

    /** A count of all that was found, and the list behind it. */
    public record Count(String label, String value, String unit, String under, @Nullable Tone tone, @Nullable String address) {}

    /** A column: its words, the address that sorts by it, and whether it is sorted by now. */
    public record Head(String words, @Nullable String address, boolean sorted, String style) {}

    /** One service of the list. */
    public record Row(
            String name,
            String second,
            @Nullable Status status,
            @Nullable Status lifecycle,
            String team,
            @Nullable String teamAddress,
            Status model,
            String atRisk,
            String ahead,
            String target,
            String deployment,
            String called,
            String level,
            boolean gap) {}
}
