package dev.holdfast.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What is told of the furniture retailer: its documents, and the incidents that it has had. */
final class Retailer {

    static final String NAME = "furniture-retailer";

    private Retailer() {}

    /** @param phones where the phones of its people ring, an address without the person */
    static byte[] documents(RelativeDays days, String phones) {
        return days.fill(read("organisation.yaml")).replace("{phones}", phones).getBytes(UTF_8);
    }

    /** Who has moved to another team since. */
    static byte[] moves(RelativeDays days) {
        return days.fill(read("moves.yaml")).getBytes(UTF_8);
    }

    /** The oldest first. */
    static List<PastIncident> history() {
        return JsonMapper.shared().readValue(read("history.json"), new TypeReference<List<PastIncident>>() {});
    }

    /** How often each service is released. */
    static List<Cadence> releases() {
        return JsonMapper.shared().readValue(read("releases.json"), new TypeReference<List<Cadence>>() {});
    }

    private static String read(String resource) {
        try (var stream = Retailer.class.getResourceAsStream(resource)) {
            if (stream == null) throw new IllegalStateException(resource + " is not in the program");
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
