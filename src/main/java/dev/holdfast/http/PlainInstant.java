package dev.holdfast.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** An instant as RFC 3339 writes it, with its offset, in a year that a database can hold; never a number. */
final class PlainInstant extends StdDeserializer<Instant> {

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    PlainInstant() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser json, DeserializationContext context) {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return (Instant) context.handleUnexpectedToken(Instant.class, json);
        }
        try {
            var instant = OffsetDateTime.parse(json.getString().strip()).toInstant();
            if (!instant.isBefore(FIRST) && !instant.isAfter(LAST)) return instant;
        } catch (DateTimeException notOne) {
            // answered below, like one that is out of bounds
        }
        throw context.weirdStringException(null, Instant.class, "is no instant");
    }
}
