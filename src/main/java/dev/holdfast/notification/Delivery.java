package dev.holdfast.notification;

import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way to one contact of a person. In JSON it is what the contract answers of a notification.
 *
 * @param to the masked address
 * @param occurredAt the beginning of the step that it belongs to; {@code due} counts from it
 */
@JsonIncludeProperties({"id", "person", "by", "to", "type", "step", "round", "schedule", "state", "why", "attempts"})
public record Delivery(
        String id,
        PersonName person,
        By by,
        String to,
        String type,
        @Nullable Integer step,
        @Nullable Integer round,
        @Nullable String schedule,
        DeliveryState state,
        @Nullable String why,
        List<Attempt> attempts,
        String regarding,
        Set<String> alsoRegarding,
        Instant occurredAt,
        Instant due) {

    public Delivery {
        attempts = List.copyOf(attempts);
        alsoRegarding = Set.copyOf(alsoRegarding);
    }

    Delivery with(List<Attempt> made) {
        return new Delivery(
                id, person, by, to, type, step, round, schedule, state, why, made, regarding, alsoRegarding, occurredAt,
                due);
    }
}
