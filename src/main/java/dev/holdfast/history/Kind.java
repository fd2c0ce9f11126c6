package dev.holdfast.history;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the rows of a list are, and the facts that they may tell. */
public enum Kind {
    DEPLOYMENTS(List.of(
            Fact.needed("service", "Service", "service name", "application", "application name", "app", "project", "project name", "component", "repository", "configuration item"),
            Fact.needed("version", "Version", "release", "release version", "release number", "tag", "build number", "artifact version", "image tag", "ref"),
            Fact.needed("environment", "Environment", "env", "environment name", "target", "stage", "target environment"),
            Fact.needed("status", "How it ended", "result", "state", "outcome", "task state", "deployment status", "conclusion"),
            Fact.needed("startedAt", "When it began", "started", "start", "start time", "started date", "start date", "deployed at", "deployed on", "created at", "date", "timestamp", "time"),
            Fact.told("finishedAt", "When it ended", "finished", "finish", "end", "ended at", "end time", "end date", "finished date", "completed", "completed at", "completed time", "completion time"),
            Fact.told("id", "Its id", "deployment id", "deployment", "run id", "pipeline id", "key"),
            Fact.told("deployer", "Who deployed", "deployed by", "user", "author", "actor", "triggered by", "created by", "username"),
            Fact.told("kind", "Planned, hotfix or rollback", "type", "deployment type"),
            Fact.told("remediates", "The deployment or version that it cures", "cures", "fixes"),
            Fact.told("commit", "Commit", "commit sha", "sha", "revision", "commit id", "git commit"),
            Fact.told("artifactDigest", "Digest of the artifact", "digest", "image digest"),
            Fact.told("builtAt", "When its version was built", "built", "build time", "build date"),
            Fact.told("change", "The change that it went by", "change number", "change request", "change id", "ticket", "rfc"))),
    BUILDS(List.of(
            Fact.needed("service", "Service", "service name", "application", "app", "project", "project name", "component", "repository", "job"),
            Fact.needed("version", "Version", "release", "tag", "build number", "build", "number"),
            Fact.needed("builtAt", "When it was built", "built", "build time", "build date", "finished", "finished at", "finished date", "created at", "date", "timestamp", "time"),
            Fact.told("commit", "A commit in it", "commit sha", "sha", "revision", "commit id", "git commit"),
            Fact.told("author", "Who wrote the commit", "commit author", "committer", "author name"),
            Fact.told("reviewer", "Who reviewed it", "reviewed by", "approver"),
            Fact.told("committedAt", "When it was committed", "commit date", "commit time", "authored date", "committed date"),
            Fact.told("message", "What the commit says", "commit message", "subject"),
            Fact.told("preProductionPassed", "Whether it passed before production", "passed", "tests passed", "result", "status", "conclusion"))),
    CHANGES(List.of(
            Fact.needed("reference", "Its number there", "number", "change number", "change id", "id", "key"),
            Fact.needed("service", "Service", "service name", "configuration item", "cmdb ci", "cmdb_ci", "business service", "application", "affected service"),
            Fact.needed("version", "Version", "release", "release version", "tag"),
            Fact.needed("environment", "Environment", "env", "u environment"),
            Fact.needed("outcome", "How it ended", "close code", "close_code", "result", "status", "state", "resolution"),
            Fact.needed("raisedAt", "When it was raised", "opened", "opened at", "created", "created on", "sys created on", "raised"),
            Fact.needed("closedAt", "When it was closed", "closed", "closed at", "resolved", "actual end", "end date", "work end"),
            Fact.told("kind", "Standard, normal or emergency", "type", "change type", "category"),
            Fact.told("summary", "Summary", "short description", "title", "name"),
            Fact.told("description", "Description", "details"),
            Fact.told("incident", "The incident that it mends", "incident number", "caused by incident"),
            Fact.told("raisedBy", "Who raised it", "opened by", "requested by", "reporter", "created by"),
            Fact.told("approvedBy", "Who approved it", "approver", "approved by"),
            Fact.told("approvedAt", "When it was approved", "approved", "approval set", "approval date"))),
    INCIDENTS(List.of(
            Fact.needed("externalId", "Its id there", "id", "incident number", "number", "incident id", "key", "tiny id", "tinyid"),
            Fact.needed("service", "Service", "service name", "configuration item", "cmdb ci", "cmdb_ci", "business service", "application", "affected service"),
            Fact.needed("summary", "Summary", "description", "short description", "title", "message", "name"),
            Fact.needed("startedAt", "When it began", "started", "start", "created on", "created at", "created", "opened", "opened at", "impact started"),
            Fact.needed("resolvedAt", "When it was over", "resolved", "resolved on", "resolved at", "closed", "closed at", "end", "ended at"),
            Fact.needed("severity", "Severity", "priority", "urgency", "impact level"),
            Fact.told("type", "Major or minor", "incident type", "major incident", "is major", "major"),
            Fact.told("acknowledgedAt", "When it was acknowledged", "acknowledged", "acknowledged on", "acknowledged at", "acked at"),
            Fact.told("acknowledgedBy", "Who acknowledged it", "acknowledged by user", "acked by"),
            Fact.told("impact", "Share of the service that was lost, 0 to 1", "share lost"),
            Fact.told("loss", "What it cost", "cost", "loss amount"),
            Fact.told("causedBy", "The deployment that caused it: its id, change or version; none", "caused by change", "cause deployment")));

    private final List<Fact> facts;

    Kind(List<Fact> facts) {
        this.facts = facts;
    }

    public List<Fact> facts() {
        return facts;
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Kind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }

    /**
     * What a column may tell.
     *
     * @param heads what its column may be called, beside its own name; neither case nor spaces, dots, dashes and underscores matter
     */
    public record Fact(String name, String label, boolean needed, List<String> heads) {

        static Fact needed(String name, String label, String... heads) {
            return new Fact(name, label, true, List.of(heads));
        }

        static Fact told(String name, String label, String... heads) {
            return new Fact(name, label, false, List.of(heads));
        }

        /** The column that tells it, by its head. */
        Optional<String> among(List<String> columns) {
            return Stream.concat(Stream.of(name), heads.stream())
                    .map(Fact::plain)
                    .flatMap(head -> columns.stream().filter(column -> plain(column).equals(head)))
                    .findFirst();
        }

        private static String plain(String head) {
            return head.toLowerCase(Locale.ROOT).replaceAll("[\\s_.\\-]+", "");
        }
    }
}
