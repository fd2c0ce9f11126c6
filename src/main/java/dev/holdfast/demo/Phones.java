package dev.holdfast.demo;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The phones of the demo's people: they show what was pushed to them, the latest first, and forget it when the server stops. */
@Component
@ConditionalOnBooleanProperty("holdfast.demo")
public class Phones {

    /** Where they ring, followed by a slash and the person. */
    public static final String PATH = "/hooks/demo/phones";

    private static final int KEPT = 30;
    private static final int PEOPLE = 200;

    private final Map<String, Deque<Rung>> phones = new ConcurrentHashMap<>();

    /**
     * @param title what the push says first
     * @param opens where a tap leads
     * @param acknowledges where its button posts; null where nothing is to be acknowledged
     */
    public record Rung(Instant at, String title, String text, @Nullable URI opens, @Nullable URI acknowledges, boolean urgent) {}

    public void ring(String person, Rung rung) {
        if (phones.size() >= PEOPLE && !phones.containsKey(person)) return;
        var phone = phones.computeIfAbsent(person, nobody -> new ArrayDeque<>());
        synchronized (phone) {
            phone.addFirst(rung);
            if (phone.size() > KEPT) phone.removeLast();
        }
    }

    /** The latest first. */
    public List<Rung> of(String person) {
        var phone = phones.get(person);
        if (phone == null) return List.of();
        synchronized (phone) {
            return List.copyOf(phone);
        }
    }
}
