package dev.holdfast.portal.web;

import dev.holdfast.portal.Follower;
import dev.holdfast.portal.LiveChanges;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events of one open page: {@code changed} when it should ask again, {@code alive} every ten seconds. */
@Component
public class LiveStream {

    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration LIFE = Duration.ofMinutes(15);

    private final LiveChanges live;
    private final Clock clock;

    LiveStream(LiveChanges live, Clock clock) {
        this.live = live;
        this.clock = clock;
    }

    /** A stream that ends after a quarter of an hour: the browser comes back by itself, if its session still stands. */
    public SseEmitter about(Predicate<String> changes, ZoneId zone) {
        var emitter = new SseEmitter(LIFE.plusMinutes(1).toMillis());
        var follower = live.follow(changes);
        emitter.onCompletion(follower::close);
        emitter.onTimeout(follower::close);
        emitter.onError(broken -> follower.close());
        Thread.ofVirtual().name("live page").start(() -> tell(emitter, follower, zone));
        return emitter;
    }

    private void tell(SseEmitter emitter, Follower follower, ZoneId zone) {
        var end = System.nanoTime() + LIFE.toNanos();
        try (follower) {
            emitter.send(SseEmitter.event().reconnectTime(1_000).name("alive").data(time(zone), MediaType.TEXT_PLAIN));
            while (follower.isOpen() && System.nanoTime() < end) {
                var name = follower.awaitChange(HEARTBEAT) ? "changed" : "alive";
                if (follower.isOpen()) emitter.send(SseEmitter.event().name(name).data(time(zone), MediaType.TEXT_PLAIN));
            }
            emitter.complete();
        } catch (IOException | IllegalStateException left) {
            follower.close();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private String time(ZoneId zone) {
        var now = clock.instant();
        return new ReaderTime(zone, now).exact(now);
    }
}
