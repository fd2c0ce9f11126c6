package dev.holdfast.portal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What changed, told to every open page of this node: the database's notifications, fanned out. */
@Component
public class LiveChanges implements SmartLifecycle {

    private static final String CHANNEL = "holdfast_live";
    private static final String EVERYTHING = "*";

    private final LiveConnection connection;
    private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    LiveChanges(LiveConnection connection) {
        this.connection = connection;
    }

    /** Somebody who follows what a predicate picks out of what changes ({@code incident:<id>}), until they close. */
    public Follower follow(Predicate<String> about) {
        var follower = new Follower(about, followers::remove);
        followers.add(follower);
        if (!running) follower.close();
        return follower;
    }

    void tell(List<String> payloads) {
        for (var follower : followers) {
            if (payloads.stream().anyMatch(payload -> payload.equals(EVERYTHING) || follower.wants(payload))) follower.wake();
        }
    }

    @Override
    public void start() {
        running = true;
        connection.listen(CHANNEL, this::tell, () -> tell(List.of(EVERYTHING)));
    }

    @Override
    public void stop() {
        running = false;
        connection.close();
        followers.forEach(Follower::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before the web server, which waits for its open answers. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
