package dev.holdfast.portal.web.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which version is where, at an instant.
 *
 * @param at as the field holds it; empty for now
 * @param then whether the instant is past, so that cells say what is there now
 */
public record VersionsPage(
        String heading, String lede, AuditFilter filter, String at, boolean then, List<String> environments, List<Row> rows, String csv, @Nullable String first,
        @Nullable String next) {

    /** @param cells one for each environment; null where nothing is known to have been live */
    public record Row(String service, List<@Nullable Cell> cells) {}

    /**
     * A version in an environment.
     *
     * @param unallowed what is missing of its approval, in words; null where nothing is
     * @param now what is there now, where that is another version; null otherwise
     * @param commits where the commits between both are listed; null where there is one version only
     */
    public record Cell(String version, String since, @Nullable String change, @Nullable String unallowed, @Nullable String now, @Nullable String commits) {}
}
