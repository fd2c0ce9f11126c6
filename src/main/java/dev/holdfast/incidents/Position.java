package dev.holdfast.incidents;

import dev.holdfast.http.Cursor;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a list of incidents, the latest first, goes on: after the one that started then and has that number. */
public record Position(Instant startedAt, long number) {

    public static Position of(Incident incident) {
        return new Position(incident.startedAt(), incident.number());
    }

    public static Optional<Position> read(@Nullable String cursor) {
        return Cursor.decode(cursor).map(Position::parsed);
    }

    public String cursor() {
        return Cursor.encode(startedAt + " " + number);
    }

    private static Position parsed(String text) {
        var parts = text.split(" ", 2);
        if (parts.length != 2 || !parts[1].matches("\\d{1,18}")) throw Cursor.foreign();
        try {
            return new Position(Instant.parse(parts[0]), Long.parseLong(parts[1]));
        } catch (DateTimeParseException notOurs) {
            throw Cursor.foreign();
        }
    }
}
