package dev.holdfast.timers;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HoldfastTest
class TimersTest {

    private static final Map<String, Instant> RUNG = new ConcurrentHashMap<>();
    private static final AtomicReference<Look> LOOK = new AtomicReference<>(new Look(new CountDownLatch(1), new CountDownLatch(0)));

    /** What looks says that it began, and waits until it may end. */
    private record Look(CountDownLatch begun, CountDownLatch ends) {}

    @Autowired
    Timers timers;

    @Autowired
    TestClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient db;

    private final TaskInstance<Void> timer =
            new TaskInstance<>("bell", UUID.randomUUID().toString());

    @Test
    void aTimerExistsExactlyWhenItsTransactionIsCommitted() {
        var later = clock.instant().plus(Duration.ofHours(1));

        transaction.executeWithoutResult(open -> {
            timers.schedule(timer, later);
            open.setRollbackOnly();
        });
        assertThat(waiting()).isZero();

        transaction.executeWithoutResult(open -> timers.schedule(timer, later));
        assertThat(waiting()).isOne();
    }

    @Test
    void aDueTimerFiresRightAfterTheCommit() {
        var committed = transaction.execute(open -> {
            timers.schedule(timer, clock.instant());
            return clock.instant();
        });

        var rung = await().pollInterval(Duration.ofMillis(2)).until(() -> RUNG.get(timer.getId()), at -> at != null);
        assertThat(Duration.between(committed, rung)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void manyAreSetTogetherAndOnlyWithTheirTransaction() {
        var other = new TaskInstance<Void>("bell", UUID.randomUUID().toString());

        transaction.executeWithoutResult(open -> {
            timers.scheduleAll(List.of(timer, other), clock.instant());
            open.setRollbackOnly();
        });
        assertThat(waiting()).isZero();

        transaction.executeWithoutResult(open -> timers.scheduleAll(List.of(timer, other), clock.instant()));
        await().until(() -> RUNG.containsKey(timer.getId()) && RUNG.containsKey(other.getId()));
    }

    @Test
    void firesWhenTimeMovesPastIt() {
        timers.schedule(timer, clock.instant().plus(Duration.ofDays(3)));

        clock.advance(Duration.ofDays(4));

        await().until(() -> RUNG.containsKey(timer.getId()));
    }

    @Test
    void whatLooksWhileTimeMovesLooksAgain() throws InterruptedException {
        var first = new Look(new CountDownLatch(1), new CountDownLatch(1));
        LOOK.set(first);
        clock.advance(Duration.ofDays(2));
        assertThat(first.begun().await(10, SECONDS)).isTrue();

        clock.advance(Duration.ofDays(2));
        var again = new Look(new CountDownLatch(1), new CountDownLatch(0));
        LOOK.set(again);
        first.ends().countDown();

        assertThat(again.begun().await(10, SECONDS)).isTrue();
    }

    @Test
    void movesAndWithdrawsWhatWaitsAndSaysWhenItIsTooLate() {
        var later = clock.instant().plus(Duration.ofHours(1));
        timers.schedule(timer, later);

        assertThat(timers.schedule(timer, later)).isFalse();
        assertThat(timers.reschedule(timer, later.plusSeconds(60))).isTrue();
        assertThat(timers.cancel(timer)).isTrue();
        assertThat(timers.cancel(timer)).isFalse();
        assertThat(timers.reschedule(timer, later)).isFalse();
    }

    @Test
    void aTimerThatIsFiringIsNoFailureToWhoeverWithdrawsIt() {
        var timers = java.util.stream.IntStream.range(0, 150)
                .mapToObj(number -> new TaskInstance<Void>("bell", UUID.randomUUID().toString()))
                .toList();

        var withdrawn = timers.stream()
                .peek(timer -> this.timers.schedule(timer, clock.instant()))
                .filter(this.timers::cancel)
                .map(TaskInstance::getId)
                .collect(java.util.stream.Collectors.toSet());

        await().until(() -> timers.stream()
                .map(TaskInstance::getId)
                .allMatch(id -> withdrawn.contains(id) || RUNG.containsKey(id)));
    }

    private long waiting() {
        return db.sql("select count(*) from timers.scheduled_tasks where task_instance = :id")
                .param("id", timer.getId())
                .query(Long.class)
                .single();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Bells {

        @Bean
        OneTimeTask<Void> bell(java.time.Clock clock) {
            return Tasks.oneTime("bell").execute((bell, context) -> RUNG.put(bell.getId(), clock.instant()));
        }

        @Bean
        RecurringTask<Void> looking() {
            return Tasks.recurring("looking", FixedDelay.of(Duration.ofDays(1))).execute((bell, context) -> {
                var look = LOOK.get();
                look.begun().countDown();
                try {
                    look.ends().await();
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                }
            });
        }
    }
}
