package dev.holdfast.integrations;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Sender;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.changes.Pipelines.Report;
import dev.holdfast.http.Refusal;
import dev.holdfast.http.SharedWork;
import dev.holdfast.http.Unauthorized;
import dev.holdfast.integrations.ReceivedStore.Key;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The door for pipelines: knows who sends, takes each delivery once, and leaves what cannot be placed waiting. */
@Service
public class Deliveries {

    /** More than any of them sends: GitHub's limit. */
    public static final int LARGEST = 25 * 1024 * 1024;

    private static final String IGNORED = "ignored";
    private static final int MOST_TOGETHER = 100;
    private static final Duration KEPT = Duration.ofDays(7);
    private static final TypeReference<Map<String, Object>> ANSWER = new TypeReference<>() {};

    private final PipelinePart part;
    private final PipelineSecrets secrets;
    private final ReceivedStore store;
    private final Placement placement;
    private final UnplacedStore unplaced;
    private final Documents documents;
    private final JsonMapper json;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SharedWork<Sent, Taken> queue;

    Deliveries(
            PipelinePart part, PipelineSecrets secrets, ReceivedStore store, Placement placement, UnplacedStore unplaced, Documents documents,
            JsonMapper json, Clock clock, PlatformTransactionManager transactions) {
        this.part = part;
        this.secrets = secrets;
        this.store = store;
        this.placement = placement;
        this.unplaced = unplaced;
        this.documents = documents;
        this.json = json;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.queue = new SharedWork<>(new SharedWork.Shape<>("deliveries", 2, MOST_TOGETHER, sent -> sent.pipeline().name(), Sent::weight), this::taken);
    }

    /** @param refused why it could not be recorded when that was tried */
    private record Sent(Pipeline pipeline, Delivery delivery, List<PipelineEvent> events, @Nullable String refused) {

        Key key() {
            return new Key(pipeline.name(), delivery.id());
        }

        int weight() {
            return Math.max(1, events.size());
        }
    }

    /** What became of a delivery; {@code again} where it had been taken before, and this is what was answered then. */
    public record Taken(boolean again, Map<String, Object> answer) {

        /** 200 where it had been taken before. */
        public ResponseEntity<Map<String, Object>> response() {
            return ResponseEntity.status(again ? HttpStatus.OK : HttpStatus.ACCEPTED).body(answer);
        }
    }

    /**
     * The pipeline of that name, where it is one of these senders' and the proof holds of its secret.
     *
     * @throws Unauthorized which does not tell what was wrong
     */
    public Pipeline authentic(String integration, Set<Sender> senders, Predicate<String> proof) {
        var pipeline = documents.at(clock.instant()).part(part, integration).filter(it -> senders.contains(it.from()));
        var secret = pipeline.flatMap(it -> secrets.of(it.name().value()));
        if (pipeline.isEmpty() || secret.filter(proof).isEmpty()) {
            throw new Unauthorized("No integration of this name has this secret, or what was sent is not signed with it.");
        }
        return pipeline.get();
    }

    /** Takes what a delivery says, all of it or, where it cannot be recorded, nothing: then all of it waits. */
    public Taken take(Pipeline pipeline, Delivery delivery, List<PipelineEvent> events) {
        try {
            return queue.take(new Sent(pipeline, delivery, events, null));
        } catch (Refusal refused) {
            if (refused.status() >= 500) throw refused;
            return queue.take(new Sent(pipeline, delivery, events, refused.detail()));
        }
    }

    private List<Taken> taken(List<Sent> together) {
        return transaction.execute(status -> {
            var sent = new LinkedHashMap<Key, Sent>();
            together.forEach(each -> sent.putIfAbsent(each.key(), each));
            var fresh = store.claim(sent.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().delivery())), clock.instant());
            sent.keySet().retainAll(fresh);
            var answers = placed(sent);
            return together.stream().map(each -> answer(each.key(), answers.get(each.key()), sent.get(each.key()) != each)).toList();
        });
    }

    private Map<Key, Map<String, Object>> placed(Map<Key, Sent> sent) {
        var agreed = new HashMap<IntegrationName, Agreed>();
        var reports = new ArrayList<Report>();
        var answers = new LinkedHashMap<Key, Map<String, Object>>();
        sent.forEach((key, each) -> answers.put(key, placed(each, agreed.computeIfAbsent(key.integration(), name -> placement.agreed(each.pipeline())), reports)));
        placement.record(reports);
        if (!answers.isEmpty()) {
            store.answer(answers.entrySet().stream()
                    .map(each -> new ReceivedStore.Answer(
                            each.getKey(), json.writeValueAsString(each.getValue()), IGNORED.equals(each.getValue().get("result"))))
                    .toList());
        }
        return answers;
    }

    private Map<String, Object> placed(Sent sent, Agreed agreed, List<Report> reports) {
        var became = new ArrayList<Map<String, String>>();
        for (var event : sent.events()) {
            var why = sent.refused() == null ? placement.place(sent.pipeline(), event, agreed, reports).orElse(null) : sent.refused();
            if (why != null) became.add(wait(sent.pipeline().name(), sent.delivery(), event, why));
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("result", sent.events().isEmpty() ? IGNORED : became.isEmpty() ? "recorded" : "waiting");
        answer.put("events", sent.events().size());
        if (!became.isEmpty()) answer.put("unplaced", became);
        return answer;
    }

    /** @param now what was answered in this transaction; null where that was in an earlier one */
    private Taken answer(Key key, @Nullable Map<String, Object> now, boolean again) {
        return new Taken(again, now == null ? json.readValue(store.answered(key), ANSWER) : now);
    }

    private Map<String, String> wait(IntegrationName integration, Delivery delivery, PipelineEvent event, String why) {
        var id = unplaced.add(integration, delivery.event(), event, why, clock.instant());
        return Map.of("id", id.toString(), "why", why);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 900_000)
    void forgetOld() {
        store.deleteBefore(clock.instant().minus(KEPT));
    }

    @PreDestroy
    void stop() {
        queue.close();
    }
}
