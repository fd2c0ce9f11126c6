package dev.holdfast.alerts;

import dev.holdfast.catalogue.Document;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Who speaks by an integration: tools that send alerts, and pipelines, which tell of builds and deployments. */
public enum Sender {
    PAGERDUTY,
    ALERTMANAGER,
    GITHUB,
    GITLAB,
    CDEVENTS,
    JENKINS,
    ARGO_CD,
    FLUX,
    DEVLAKE;

    public boolean isPipeline() {
        return compareTo(GITHUB) >= 0;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whom the spec of an integration names; any that sends alerts where it names none. */
    public static Optional<Sender> of(JsonNode spec) {
        var word = spec.path("from").asString("");
        return Arrays.stream(values()).filter(sender -> sender.word().equals(word.toLowerCase(Locale.ROOT).replace('_', '-'))).findFirst();
    }

    static Optional<Sender> of(@Nullable Document document) {
        return document == null ? Optional.empty() : of(document.spec());
    }
}
