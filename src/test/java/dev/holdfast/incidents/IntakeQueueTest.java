package dev.holdfast.incidents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.alerts.AlertKey;
import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Severity;
import dev.holdfast.alerts.Signal;
import dev.holdfast.http.Unavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntakeQueueTest {

    private final CountDownLatch committing = new CountDownLatch(1);
    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void refusesAFloodAndTakesWhatOthersSayMeanwhile() throws Exception {
        try (var queue = new IntakeQueue(this::commit, 1)) {
            var first = waiting(() -> queue.take(signals("calm", 1)));
            var flood = waiting(() -> queue.take(signals("flood", 5_001)));

            assertThatThrownBy(() -> queue.take(signals("flood", 1))).isInstanceOf(Unavailable.class);

            var other = waiting(() -> queue.take(signals("calm", 1)));
            committing.countDown();
            for (var sender : List.of(first, flood, other)) {
                assertThat(sender.join(Duration.ofSeconds(8))).isTrue();
            }
            assertThat(taken).hasValue(5_003);
            queue.take(signals("flood", 1));
            assertThat(taken).hasValue(5_004);
        }
    }

    @Test
    void spoilsNobodysAlertForSomebodyElsesPoison() throws Exception {
        try (var queue = new IntakeQueue(this::commitUnlessPoison, 1)) {
            var first = waiting(() -> queue.take(signals("calm", 1)));
            var poison = waiting(() -> assertThatThrownBy(() -> queue.take(signals("poison", 1))).isInstanceOf(Unavailable.class));
            var other = waiting(() -> queue.take(signals("calm", 1)));

            committing.countDown();

            for (var sender : List.of(first, poison, other)) {
                assertThat(sender.join(Duration.ofSeconds(8))).isTrue();
            }
            assertThat(taken).hasValue(2);
        }
    }

    private void commit(List<Signal> signals) {
        try {
            committing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        taken.addAndGet(signals.size());
    }

    private void commitUnlessPoison(List<Signal> signals) {
        if (signals.stream().anyMatch(signal -> signal.key().integration().value().equals("poison"))) {
            throw new StackOverflowError("poison");
        }
        commit(signals);
    }

    /** Somebody who has said something and waits for its commit. */
    private static Thread waiting(Runnable saying) {
        var sender = Thread.ofPlatform().start(saying);
        var end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (sender.getState() != Thread.State.TIMED_WAITING && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(sender.getState()).isEqualTo(Thread.State.TIMED_WAITING);
        return sender;
    }

    private static List<Signal> signals(String integration, int count) {
        return IntStream.range(0, count).mapToObj(number -> signal(integration, "key-" + number)).toList();
    }

    private static Signal signal(String integration, String key) {
        return new Signal(
                new AlertKey(new IntegrationName(integration), key), Signal.Action.TRIGGER, Severity.CRITICAL, "Disk full", null,
                Map.of(), List.of(), "{}", null, false, Instant.EPOCH);
    }
}
