package dev.holdfast.portal.web.audit;

import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The population of a period, what is found of it, and its rows.
 *
 * @param findings what should be true of none; empty where the gate guards nothing
 * @param made what the population is made of
 * @param shown what alone the rows are about; null for all of them
 * @param nothing whether nothing was deployed in the period
 */
public record AuditPage(
        String heading, String lede, AuditFilter filter, List<Choice> periods, List<Count> figures, List<Finding> findings, List<Group> made, @Nullable Shown shown,
        List<AuditLine> rows, Files files, @Nullable String first, @Nullable String next, boolean nothing) {

    /** A count of the population, with the rows behind it. */
    public record Count(String label, String value, String unit, String under, @Nullable Tone tone, @Nullable String address) {}

    public record Finding(String name, String meaning, String count, @Nullable String address) {}

    public record Group(String name, List<Count> counts) {}

    public record Shown(String name, String meaning, String count, String all) {}

    public record Files(String csv, @Nullable String bundle, String command) {}
}
