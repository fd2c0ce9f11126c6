package dev.holdfast.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The services: what each has at risk, how it is run, and who is called for it now. */
public record ServicesPage(
        String lede,
        boolean empty,
        boolean mayApply,
        String words,
        List<Choice> domains,
        List<Choice> teams,
        List<Choice> models,
        List<Row> rows,
        String csv,
        @Nullable String next) {

    /** One service of the list. */
    public record Row(
            String name,
            String second,
            @Nullable Status status,
            String team,
            Status model,
            String atRisk,
            String target,
            String deployment,
            String called,
            String level) {}
}
