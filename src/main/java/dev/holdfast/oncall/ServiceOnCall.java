package dev.holdfast.oncall;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.StatusPart;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Who covers a service, in its status. */
@Component
class ServiceOnCall implements StatusPart {

    private final ObjectProvider<Coverage> coverage;

    ServiceOnCall(ObjectProvider<Coverage> coverage) {
        this.coverage = coverage;
    }

    @Override
    public String kind() {
        return "Service";
    }

    @Override
    public void describe(String name, Instant at, ObjectNode status) {
        describe(coverage.getObject().of(new ServiceName(name), at), status);
    }

    @Override
    public void describe(Map<String, ObjectNode> statuses, Instant at) {
        var names = statuses.keySet().stream().map(ServiceName::new).toList();
        coverage.getObject().of(names, at).forEach((service, covering) ->
                describe(covering, Objects.requireNonNull(statuses.get(service.value()))));
    }

    private static void describe(Covering covering, ObjectNode status) {
        var onCall = status.putObject("onCall");
        onCall.put("status", covering.status().word());
        onCall.put("level", covering.level().word());
        onCall.put("hours", covering.hours().word());
        var people = onCall.putArray("people");
        covering.people().forEach(person -> people.add(person.value()));
        onCall.put("schedule", covering.schedule());
        onCall.put("until", text(covering.until()));
        onCall.put("suppressedUntil", text(covering.suppressedUntil()));
        onCall.put("gap", covering.gap());
    }

    static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
