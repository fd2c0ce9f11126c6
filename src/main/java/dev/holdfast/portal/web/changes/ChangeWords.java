package dev.holdfast.portal.web.changes;

import dev.holdfast.changes.Change;
import dev.holdfast.changes.Evidence;
import dev.holdfast.changes.FreezeWindow;
import dev.holdfast.changes.Gap;
import dev.holdfast.changes.Inquiries;
import dev.holdfast.changes.Standing;
import dev.holdfast.deployments.Deployment;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How changes, deployments and templates are called. */
public final class ChangeWords {

    private ChangeWords() {}

    /** How a deployment ended, or what is missing of it. */
    public static Status of(Evidence evidence) {
        if (evidence.gaps().stream().anyMatch(Gap::isUnapproved)) return new Status("never allowed", Shape.TRIANGLE, Tone.CAUTION);
        var failed = evidence.known().failure() != null;
        return switch (evidence.deployment().status()) {
            case STARTED -> new Status("going", Shape.HALF, Tone.ACCENT);
            case FAILED -> new Status("failed", Shape.CROSS, Tone.LOSS);
            case ROLLED_BACK -> new Status("backed out", Shape.BACK, Tone.LOSS);
            case SUCCEEDED -> failed ? new Status("backed out", Shape.BACK, Tone.LOSS) : live(evidence.deployment());
        };
    }

    private static Status live(Deployment deployment) {
        return switch (deployment.kind()) {
            case PLANNED -> new Status("successful", Shape.CHECK, Tone.SAFE);
            case HOTFIX -> new Status("hotfix", Shape.CHECK, Tone.SAFE);
            case ROLLBACK -> new Status("rollback", Shape.BACK, Tone.SAFE);
        };
    }

    static Status of(Change change) {
        var outcome = change.outcome();
        if (outcome != null) return new Status(outcome.word(), outcome.failed() ? Shape.CROSS : Shape.CHECK, outcome.failed() ? Tone.LOSS : Tone.QUIET);
        return switch (change.state()) {
            case RAISED -> change.isEmergency() ? new Status("goes first", Shape.DIAMOND, Tone.LOSS) : new Status("waits", Shape.TRIANGLE, Tone.CAUTION);
            case APPROVED -> new Status("approved", Shape.CHECK, Tone.SAFE);
            case REJECTED -> new Status("rejected", Shape.CROSS, Tone.QUIET);
            case IMPLEMENTING -> new Status("going", Shape.HALF, Tone.ACCENT);
            case CLOSED, EXPIRED -> new Status(change.state().word(), Shape.RING, Tone.QUIET);
        };
    }

    /** Who waits at the gate, since when, and why they were not reached. */
    static String of(Inquiries.Asker asker, ReaderTime time) {
        var who = switch (asker.way()) {
            case "github" -> "A job of GitHub";
            case "gitlab" -> "A deployment of GitLab";
            default -> "A pipeline that is called back";
        };
        var since = who + ", since " + time.moment(asker.since());
        return asker.detail() == null ? since : since + ". Last attempt to tell it: " + asker.detail();
    }

    static Status of(Standing.State state) {
        return switch (state) {
            case PROPOSED -> new Status("proposed", Shape.RING, Tone.ACCENT);
            case ACTIVE -> new Status("in force", Shape.CHECK, Tone.SAFE);
            case SUSPENDED -> new Status("suspended", Shape.DIAMOND, Tone.LOSS);
            case RETIRED -> new Status("retired", Shape.RING, Tone.QUIET);
        };
    }

    static Status of(FreezeWindow window, ReaderTime time) {
        var from = window.during().from();
        if (window.during().contains(time.now())) return new Status("Frozen", Shape.TRIANGLE, Tone.CAUTION);
        if (from.isAfter(time.now())) return new Status("Freeze in " + Figures.words(Duration.between(time.now(), from)), Shape.TRIANGLE, Tone.CAUTION);
        return new Status("over", Shape.RING, Tone.QUIET);
    }

    /** What it stops, and from when to when. */
    static String sentence(FreezeWindow window, ReaderTime time) {
        return "%s, %s to %s: %s. Emergencies pass.".formatted(
                window.name(), time.full(window.during().from()), time.full(window.until()), scope(window));
    }

    static String scope(FreezeWindow window) {
        if (window.isOfAll()) return "all services";
        var domains = window.domains().stream().sorted().map(domain -> "all of " + domain);
        return Stream.concat(domains, window.services().stream().sorted()).collect(Collectors.joining(", "));
    }
}
