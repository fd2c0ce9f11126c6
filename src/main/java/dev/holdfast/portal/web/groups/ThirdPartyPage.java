package dev.holdfast.portal.web.groups;

import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody outside on whom services depend: how to reach them, what they promise, and what goes down with them. */
public record ThirdPartyPage(
        String name,
        String title,
        String lede,
        boolean described,
        @Nullable String edit,
        List<Figure> figures,
        @Nullable String status,
        List<Pair> card,
        List<Needing> needing,
        Promised promised) {

    /** What was promised, in terms, and what happened to those that depend on it. */
    public record Promised(List<Pair> terms, String words, List<Happened> happened) {}

    /** An incident of a service that depends on it. */
    public record Happened(String number, String summary, String second, String lasted, Status status) {}

    /** A service that depends on it, directly or through others. */
    public record Needing(String service, String second, Status how, String atRisk, String owner, @Nullable String ownerAddress) {}
}
