package dev.holdfast.history;

import dev.holdfast.alerts.Severity;
import dev.holdfast.changes.Change;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.incidents.IncidentType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of others for what is one of few things, as docs/history.md lists them; neither case nor {@code _}, {@code -} and spaces matter. */
record Words<T>(Map<String, T> meanings, List<String> ours) {

    static final Words<Deployment.Status> STATUS = new Words<Deployment.Status>(new HashMap<>(), List.of("started", "succeeded", "failed", "rolled-back"))
            .with(Deployment.Status.SUCCEEDED, "succeeded", "success", "successful", "complete", "completed", "deployed", "finished", "passed", "ok", "done", "active", "live")
            .with(Deployment.Status.FAILED, "failed", "failure", "fail", "error", "errored", "unsuccessful", "aborted", "abort", "cancelled", "canceled", "timed out", "timedout")
            .with(Deployment.Status.STARTED, "started", "running", "in progress", "executing", "deploying")
            .with(Deployment.Status.ROLLED_BACK, "rolled back", "rolledback", "rollback", "reverted", "backed out");

    static final Words<Deployment.Kind> KIND = new Words<Deployment.Kind>(new HashMap<>(), List.of("planned", "hotfix", "rollback"))
            .with(Deployment.Kind.PLANNED, "planned", "normal", "standard", "regular", "release", "deployment", "deploy")
            .with(Deployment.Kind.HOTFIX, "hotfix", "hot fix", "emergency", "bugfix", "fix")
            .with(Deployment.Kind.ROLLBACK, "rollback", "roll back", "revert", "redeploy previous");

    static final Words<Boolean> YES = new Words<Boolean>(new HashMap<>(), List.of("true", "false"))
            .with(true, "true", "yes", "y", "1", "passed", "success", "succeeded", "successful", "ok")
            .with(false, "false", "no", "n", "0", "failed", "failure", "error", "unsuccessful", "cancelled", "canceled", "aborted");

    static final Words<Change.Kind> CHANGE_KIND = new Words<Change.Kind>(new HashMap<>(), List.of("standard", "normal", "emergency"))
            .with(Change.Kind.STANDARD, "standard", "routine", "pre approved", "preapproved")
            .with(Change.Kind.NORMAL, "normal", "minor", "major", "significant", "regular")
            .with(Change.Kind.EMERGENCY, "emergency", "urgent", "expedited", "break fix");

    static final Words<Change.Outcome> OUTCOME = new Words<Change.Outcome>(new HashMap<>(), List.of("successful", "unsuccessful", "backed-out", "withdrawn"))
            .with(Change.Outcome.SUCCESSFUL, "successful", "success", "succeeded", "successful with issues", "implemented", "complete", "completed", "done")
            .with(Change.Outcome.UNSUCCESSFUL, "unsuccessful", "failed", "failure", "not implemented successfully")
            .with(Change.Outcome.BACKED_OUT, "backed out", "backedout", "rolled back", "rollback", "reverted")
            .with(Change.Outcome.WITHDRAWN, "withdrawn", "cancelled", "canceled", "rejected", "not implemented", "abandoned");

    static final Words<Severity> SEVERITY = new Words<Severity>(new HashMap<>(), List.of("critical", "error", "warning", "info"))
            .with(Severity.CRITICAL, "critical", "crit", "fatal", "emergency", "high", "highest", "p1", "sev1", "sev 1", "1", "1 critical")
            .with(Severity.ERROR, "error", "major", "p2", "sev2", "sev 2", "2", "2 high")
            .with(Severity.WARNING, "warning", "warn", "minor", "medium", "moderate", "p3", "sev3", "sev 3", "3", "3 moderate")
            .with(Severity.INFO, "info", "informational", "low", "lowest", "p4", "p5", "sev4", "sev 4", "sev5", "sev 5", "4", "5", "4 low", "5 planning");

    static final Words<IncidentType> TYPE = new Words<IncidentType>(new HashMap<>(), List.of("major", "minor"))
            .with(IncidentType.MAJOR, "major", "major incident", "true", "yes", "y", "1")
            .with(IncidentType.MINOR, "minor", "incident", "false", "no", "n", "0");

    private Words<T> with(T meaning, String... words) {
        Arrays.stream(words).forEach(word -> meanings.put(plain(word), meaning));
        return this;
    }

    Optional<T> of(String text) {
        return Optional.ofNullable(meanings.get(plain(text)));
    }

    /** Production by any of its usual names; every other environment as it is written. */
    static String environment(String text) {
        return Deployment.isCalledProduction(text) ? Deployment.PRODUCTION : text;
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-:]+", " ").strip();
    }
}
