package dev.holdfast.portal.web.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The commits between two versions of a service.
 *
 * @param asked what stands in the fields
 * @param found null where nothing is asked for yet
 */
public record CommitsPage(String heading, String lede, Asked asked, @Nullable Found found) {

    public record Asked(String service, String environment, String from, String to, String since, String until) {}

    /**
     * What lies between.
     *
     * @param backwards whether the later one in time is the older build: these commits were taken back
     * @param more how many there are beyond those that are shown, in words; null for none
     */
    public record Found(List<Build> builds, boolean backwards, String csv, @Nullable String more) {}

    public record Build(String version, String built, String passed, List<Commit> commits) {}

    public record Commit(String sha, String message, String author, String reviewer) {}
}
