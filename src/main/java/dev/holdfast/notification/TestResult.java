package dev.holdfast.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a person's last test page: answered by its link or not, and what became of each delivery. */
public record TestResult(Instant sentAt, String sentBy, @Nullable Instant answeredAt, List<Delivery> deliveries) {

    public TestResult {
        deliveries = List.copyOf(deliveries);
    }

    public Optional<Duration> answeredIn() {
        return Optional.ofNullable(answeredAt).map(at -> Duration.between(sentAt, at));
    }
}
