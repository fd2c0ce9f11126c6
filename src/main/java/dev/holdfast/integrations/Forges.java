package dev.holdfast.integrations;

import dev.holdfast.catalogue.Documents;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Forges with what opens them, for whoever answers there; and where a question of theirs is answered. */
@Service
public class Forges {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final String INTEGRATION = "integration";

    private final ForgePart part;
    private final PipelineSecrets secrets;
    private final Documents documents;
    private final JsonMapper json;
    private final Clock clock;

    Forges(ForgePart part, PipelineSecrets secrets, Documents documents, JsonMapper json, Clock clock) {
        this.part = part;
        this.secrets = secrets;
        this.documents = documents;
        this.json = json;
        this.clock = clock;
    }

    /** A forge, and the private key of the app or the token with which it is spoken to. */
    public record Opened(Forge forge, String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return forge.toString();
        }
    }

    /** Where a question came from, and what its sender needs to know which it was. */
    public record ReturnAddress(String integration, Map<String, String> words) {

        public ReturnAddress {
            words = Map.copyOf(words);
        }

        /** Empty where the sender did not say it. */
        public String word(String name) {
            return words.getOrDefault(name, "");
        }
    }

    /** Whether its document says how it is answered. */
    public boolean has(String integration) {
        return documents.at(clock.instant()).part(part, integration).isPresent();
    }

    /** Empty where its document says nothing of an API, or has no secret for it. */
    public Optional<Opened> open(String integration) {
        return documents.at(clock.instant())
                .part(part, integration)
                .flatMap(forge -> secrets.opening(integration, forge.app() != null).map(secret -> new Opened(forge, secret)));
    }

    /** The same text for the same address. */
    String write(ReturnAddress address) {
        var words = new TreeMap<>(address.words());
        words.put(INTEGRATION, address.integration());
        return json.writeValueAsString(words);
    }

    public ReturnAddress read(String address) {
        var words = new TreeMap<>(json.readValue(address, TEXTS));
        var integration = String.valueOf(words.remove(INTEGRATION));
        return new ReturnAddress(integration, words);
    }
}
