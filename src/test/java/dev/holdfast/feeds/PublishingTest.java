package dev.holdfast.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PublishingTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant FROM = NOW.minus(Duration.ofDays(30));

    @Test
    void whatStaysKeepsItsSequenceAndWhatMovesRises() {
        var first = Publishing.next(List.of(), List.of(event("a", 10), event("b", 20)), FROM, NOW);

        var second = Publishing.next(first, List.of(event("a", 10), event("b", 21)), FROM, NOW.plusSeconds(60));

        assertThat(first).extracting(Published::sequence).containsExactly(0, 0);
        assertThat(second.getFirst()).isEqualTo(first.getFirst());
        assertThat(second.getLast()).isEqualTo(new Published(event("b", 21), 1, NOW.plusSeconds(60), null));
    }

    @Test
    void whatIsWithdrawnIsToldAsCancelledForThirtyDaysAndComesBackHigher() {
        var told = Publishing.next(List.of(), List.of(event("a", 24 * 90)), FROM, NOW);
        var cancelled = Publishing.next(told, List.of(), FROM, NOW);
        var later = NOW.plus(Duration.ofDays(29));

        assertThat(cancelled).singleElement().isEqualTo(new Published(event("a", 24 * 90), 1, NOW, NOW));
        assertThat(Publishing.next(cancelled, List.of(), FROM, later)).isEqualTo(cancelled);
        assertThat(Publishing.next(cancelled, List.of(), FROM, later.plus(Duration.ofDays(1)))).isEmpty();
        assertThat(Publishing.next(cancelled, List.of(event("a", 24 * 90)), FROM, later)).singleElement()
                .isEqualTo(new Published(event("a", 24 * 90), 2, later, null));
    }

    @Test
    void whatHasBeenIsNeitherCancelledNorToldForEver() {
        var told = Publishing.next(List.of(), List.of(event("a", -24)), FROM, NOW);

        assertThat(Publishing.next(told, List.of(), FROM, NOW)).isEqualTo(told);
        assertThat(Publishing.next(told, List.of(), NOW, NOW)).isEmpty();
    }

    @Test
    void everySequenceRisesExactlyWhenWhatIsToldChanges() {
        for (var seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var told = new HashMap<String, Published>();
            List<Published> before = List.of();
            for (var step = 0; step < 12; step++) {
                var now = NOW.plus(Duration.ofDays(step));
                before = Publishing.next(before, some(random), FROM, now);
                for (var each : before) {
                    var last = told.put(each.event().uid(), each);
                    if (last == null) continue;
                    var same = last.event().equals(each.event()) && last.isCancelled() == each.isCancelled();
                    assertThat(each.sequence() - last.sequence()).as("seed %d, step %d", seed, step).isEqualTo(same ? 0 : 1);
                    assertThat(each.changedAt()).isEqualTo(same ? last.changedAt() : now);
                }
                assertThat(before).extracting(each -> each.event().uid()).doesNotHaveDuplicates();
            }
        }
    }

    private static List<FeedEvent> some(Random random) {
        var events = new ArrayList<FeedEvent>();
        for (var id : List.of("a", "b", "c", "d")) {
            if (random.nextInt(3) > 0) events.add(event(id, 24 * 60 + random.nextInt(3)));
        }
        return events;
    }

    private static FeedEvent event(String uid, int hours) {
        var from = NOW.plus(Duration.ofHours(hours));
        return new FeedEvent(uid, from, from.plus(Duration.ofHours(8)), "On call", "Ann is on call.", "http://localhost/schedules/a");
    }
}
