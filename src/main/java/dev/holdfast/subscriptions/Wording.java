package dev.holdfast.subscriptions;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.changes.Audit;
import dev.holdfast.changes.Change;
import dev.holdfast.changes.Changes;
import dev.holdfast.changes.Evidence;
import dev.holdfast.changes.Gap;
import dev.holdfast.http.BaseUrl;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a delivery says, by the facts of now: what was decided meanwhile waits no more. */
@Component
class Wording {

    /** What a message has room for; of the rest it tells the number. */
    private static final int MOST = 50;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.UK);

    private final Audit audit;
    private final Changes changes;
    private final Readers readers;
    private final Documents documents;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Wording(Audit audit, Changes changes, Readers readers, Documents documents, BaseUrl baseUrl, Clock clock) {
        this.audit = audit;
        this.changes = changes;
        this.readers = readers;
        this.documents = documents;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** @param facts what a program reads of it */
    record Line(String text, URI url, Map<String, @Nullable Object> facts) {}

    /**
     * @param more how many lines there was no room for
     * @param wayOut where whoever reads it ends the subscription, or confirms it
     */
    record Said(String subject, List<Line> lines, int more, URI url, URI wayOut) {

        Said {
            lines = List.copyOf(lines);
        }
    }

    /** Empty where there is no reason any more. */
    Optional<Said> of(Subscription subscription, Delivery delivery) {
        var wayOut = readers.address(subscription);
        if (!subscription.isConfirmed()) {
            var asked = "%s wants this address to hear of %s (%s). Confirm it, or do nothing.".formatted(
                    subscription.madeBy(), told(subscription.told()), subscription.scope());
            return Optional.of(new Said("Confirm that you want to hear from Holdfast", List.of(new Line(asked, wayOut, Map.of())), 0, wayOut, wayOut));
        }
        var lines = subscription.told() == Told.WAITING ? waiting(delivery) : deployments(delivery);
        if (lines.isEmpty()) return Optional.empty();
        var subject = lines.size() == 1 ? lines.getFirst().text() : "%d %s".formatted(lines.size(), told(subscription.told()));
        return Optional.of(new Said(subject, lines.stream().limit(MOST).toList(), Math.max(0, lines.size() - MOST), baseUrl.of("/changes"), wayOut));
    }

    private List<Line> deployments(Delivery delivery) {
        return audit.named(delivery.subjects()).stream().map(this::line).toList();
    }

    private List<Line> waiting(Delivery delivery) {
        return changes.named(delivery.subjects()).stream().filter(change -> change.state() == Change.State.RAISED).map(this::line).toList();
    }

    private Line line(Evidence evidence) {
        var deployment = evidence.deployment();
        var change = evidence.change();
        var unallowed = evidence.gaps().stream().filter(Gap::isUnapproved).map(gap -> gap.name().toLowerCase(Locale.ROOT).replace('_', ' ')).toList();
        var text = Stream.of(
                        "%s %s %s".formatted(deployment.service(), deployment.version(), words(evidence)),
                        deployment.deployer() == null ? null : "by " + deployment.deployer(),
                        moment(deployment.at()),
                        change == null ? null : change.reference() + " (" + change.kind().word() + ")",
                        unallowed.isEmpty() ? null : "NOT ALLOWED: " + String.join(", ", unallowed))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("deployment", deployment.id());
        facts.put("service", deployment.service().value());
        facts.put("version", deployment.version());
        facts.put("environment", deployment.environment());
        facts.put("status", deployment.status().word());
        facts.put("kind", deployment.kind().word());
        facts.put("deployer", deployment.deployer());
        facts.put("startedAt", deployment.startedAt());
        facts.put("finishedAt", deployment.finishedAt());
        facts.put("change", change == null ? null : change.reference());
        facts.put("approved", evidence.isApproved());
        facts.put("gaps", evidence.gaps());
        return new Line(text, baseUrl.of(change == null ? "/services/" + deployment.service() : "/changes/" + change.reference()), facts);
    }

    private static String words(Evidence evidence) {
        return switch (evidence.deployment().status()) {
            case STARTED -> "is going to production";
            case SUCCEEDED -> evidence.known().failure() == null ? "went to production" : "went to production and failed";
            case FAILED -> "failed to go to production";
            case ROLLED_BACK -> "went to production and was rolled back";
        };
    }

    private Line line(Change change) {
        var text = "%s waits for a decision since %s · %s %s · %s".formatted(
                change.reference(), moment(change.raisedAt()), change.service(), change.version(), change.summary());
        var facts = new LinkedHashMap<String, @Nullable Object>();
        facts.put("change", change.reference());
        facts.put("service", change.service().value());
        facts.put("version", change.version());
        facts.put("environment", change.environment());
        facts.put("raisedBy", change.raisedBy());
        facts.put("raisedAt", change.raisedAt());
        facts.put("summary", change.summary());
        return new Line(text, baseUrl.of("/changes/" + change.reference()), facts);
    }

    private String moment(Instant at) {
        return MOMENT.format(at.atZone(documents.at(clock.instant()).calendar().zone()));
    }

    static String told(Told told) {
        return switch (told) {
            case DEPLOYMENTS -> "deployments";
            case UNAPPROVED -> "deployments that were not allowed";
            case WAITING -> "changes that wait";
        };
    }
}
