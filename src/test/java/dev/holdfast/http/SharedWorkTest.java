package dev.holdfast.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DeadlockLoserDataAccessException;

class SharedWorkTest {

    private final CountDownLatch committing = new CountDownLatch(1);
    private final AtomicInteger taken = new AtomicInteger();

    private record Asked(String sender, int weight) {}

    @Test
    void refusesAFloodAndTakesWhatOthersSayMeanwhile() throws Exception {
        try (var queue = queue(this::commit)) {
            var first = waiting(() -> queue.take(new Asked("calm", 1)));
            var flood = waiting(() -> queue.take(new Asked("flood", 5_001)));

            assertThatThrownBy(() -> queue.take(new Asked("flood", 1))).isInstanceOf(Unavailable.class);

            var other = waiting(() -> queue.take(new Asked("calm", 1)));
            committing.countDown();
            for (var sender : List.of(first, flood, other)) {
                assertThat(sender.join(Duration.ofSeconds(8))).isTrue();
            }
            assertThat(taken).hasValue(5_003);
            queue.take(new Asked("flood", 1));
            assertThat(taken).hasValue(5_004);
        }
    }

    @Test
    void spoilsNobodysRequestForSomebodyElsesPoison() throws Exception {
        try (var queue = queue(this::commitUnlessPoison)) {
            var first = waiting(() -> queue.take(new Asked("calm", 1)));
            var poison = waiting(() -> assertThatThrownBy(() -> queue.take(new Asked("poison", 1))).isInstanceOf(Unavailable.class));
            var other = waiting(() -> queue.take(new Asked("calm", 1)));

            committing.countDown();

            for (var sender : List.of(first, poison, other)) {
                assertThat(sender.join(Duration.ofSeconds(8))).isTrue();
            }
            assertThat(taken).hasValue(2);
        }
    }

    @Test
    void answersEachInItsPlaceAndRefusesWhomTheWorkRefuses() throws Exception {
        var answers = new ArrayList<Integer>();
        try (var queue = queue(this::commitUnlessRefused)) {
            var first = waiting(() -> queue.take(new Asked("calm", 1)));
            var refused = waiting(() -> assertThatThrownBy(() -> queue.take(new Asked("refused", 2))).isInstanceOf(Conflict.class));
            var other = waiting(() -> answers.add(queue.take(new Asked("calm", 3))));

            committing.countDown();

            for (var sender : List.of(first, refused, other)) {
                assertThat(sender.join(Duration.ofSeconds(8))).isTrue();
            }
            assertThat(answers).containsExactly(3);
        }
    }

    @Test
    void doesItAgainWhereTwoWaitedForEachOther() {
        committing.countDown();
        var attempts = new AtomicInteger();
        try (var queue = queue(asked -> {
            if (attempts.incrementAndGet() < 3) throw new DeadlockLoserDataAccessException("deadlock detected", null);
            return commit(asked);
        })) {
            assertThat(queue.take(new Asked("calm", 1))).isEqualTo(1);
            assertThat(attempts).hasValue(3);
        }
    }

    private static SharedWork<Asked, Integer> queue(Function<List<Asked>, List<Integer>> work) {
        return new SharedWork<>(new SharedWork.Shape<>("test", 1, 1_000, Asked::sender, Asked::weight), work);
    }

    private List<Integer> commit(List<Asked> asked) {
        try {
            committing.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        asked.forEach(each -> taken.addAndGet(each.weight()));
        return asked.stream().map(Asked::weight).toList();
    }

    private List<Integer> commitUnlessPoison(List<Asked> asked) {
        if (asked.stream().anyMatch(each -> each.sender().equals("poison"))) {
            throw new StackOverflowError("poison");
        }
        return commit(asked);
    }

    private List<Integer> commitUnlessRefused(List<Asked> asked) {
        var answers = commit(asked);
        if (asked.stream().anyMatch(each -> each.sender().equals("refused"))) {
            throw new Conflict("STATE", "It is otherwise.");
        }
        return answers;
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
}
