package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a pipeline asks before it deploys (C4). */
public record GateQuestion(
        ServiceName service, String version, String environment, @Nullable String deployer, @Nullable String artifactDigest,
        @Nullable String commit, @Nullable String pipelineUrl, @Nullable Emergency emergency) {

    /** The incident for which it cannot wait, and why. */
    public record Emergency(String incident, String reason) {}

    /** The same about another version. */
    GateQuestion of(String other) {
        return new GateQuestion(service, other, environment, deployer, artifactDigest, commit, pipelineUrl, emergency);
    }

    /** The same for the same question, however often it is asked. */
    String key() {
        return Stream.of(
                        service.value(), version, environment, deployer, artifactDigest, commit,
                        emergency == null ? null : emergency.incident())
                .map(each -> each == null ? "" : each.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }
}
