package dev.holdfast.calendars;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import net.fortuna.ical4j.model.Recur;

/** Time zones by the names that calendars give them: our own, Windows', and paths that end in one of ours. */
final class IcsZones {

    private static final Properties WINDOWS = windows();

    private IcsZones() {}

    static Optional<ZoneId> named(String name) {
        var plain = name.replace("\"", "").strip();
        for (var rest = plain; !rest.isEmpty(); rest = rest.contains("/") ? rest.substring(rest.indexOf('/') + 1) : "") {
            if (ZoneId.getAvailableZoneIds().contains(rest)) return Optional.of(ZoneId.of(rest));
        }
        return Optional.ofNullable(WINDOWS.getProperty(plain)).filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of);
    }

    private static Properties windows() {
        var names = new Properties();
        try (var file = Recur.class.getResourceAsStream("/net/fortuna/ical4j/transform/compliance/msTimezoneNames")) {
            if (file != null) names.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
