package dev.holdfast.integrations;

import dev.holdfast.alerts.IntegrationName;
import dev.holdfast.alerts.Sender;
import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What an Integration document says of builds and deployments: who tells of them, and what its names mean. */
@Component
class PipelinePart implements SpecPart<Pipeline> {

    private static final int SHORTEST_SECRET = 8;

    private final PipelineSecrets secrets;

    PipelinePart(PipelineSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String kind() {
        return "Integration";
    }

    @Override
    public Set<String> fields() {
        return Set.of("secret", "sources", "environments", "preProduction");
    }

    @Override
    public @Nullable Pipeline read(SpecReader spec) {
        var from = spec.choice("from", Sender.class);
        if (from == null || !from.isPipeline()) {
            for (var field : fields()) {
                if (spec.has(field)) spec.fault(field, "OUT_OF_RANGE", "This is for pipelines, such as from: github.");
            }
            return null;
        }
        secret(spec, "secret");
        var service = spec.reference("service", "Service");
        if (service != null && spec.has("sources")) {
            spec.fault("sources", "OUT_OF_RANGE", "An integration has a service or sources, not both.");
        }
        return new Pipeline(
                new IntegrationName(spec.name()), from, service == null ? null : new ServiceName(service), sources(spec.object("sources")),
                environments(spec.object("environments")), preProduction(spec.object("preProduction")));
    }

    @Override
    public void applied(AppliedDocument document) {
        var after = document.after();
        if (after == null || Sender.of(after.spec()).filter(Sender::isPipeline).isEmpty()) {
            secrets.revoke(document.name());
        } else {
            secrets.keep(document);
        }
    }

    @Override
    public void shown(String name, ObjectNode spec) {
        if (Sender.of(spec).filter(Sender::isPipeline).isEmpty()) return;
        spec.put("secret", "set");
    }

    private static void secret(SpecReader spec, String field) {
        var secret = spec.secret(field);
        if (secret != null && secret.length() < SHORTEST_SECRET) {
            spec.fault(field, "OUT_OF_RANGE", "A secret has at least %d characters.".formatted(SHORTEST_SECRET));
        }
    }

    private static Map<String, ServiceName> sources(@Nullable SpecReader sources) {
        var services = new LinkedHashMap<String, ServiceName>();
        if (sources == null) return services;
        for (var source : sources.names()) {
            var service = sources.reference(source, "Service");
            if (service != null && !service.isBlank()) services.put(source, new ServiceName(service));
        }
        return services;
    }

    private static Map<String, String> environments(@Nullable SpecReader environments) {
        var names = new LinkedHashMap<String, String>();
        if (environments == null) return names;
        for (var environment : environments.names()) {
            var name = environments.text(environment);
            if (name != null && !name.isBlank()) names.put(environment, name);
        }
        return names;
    }

    private static Pipeline.@Nullable LastActivity preProduction(@Nullable SpecReader activity) {
        if (activity == null) return null;
        var workflow = activity.text("workflow");
        var job = activity.text("job");
        if (workflow == null && job == null) {
            activity.fault("workflow", "REQUIRED", "The last activity before production is a workflow, a job or both.");
            return null;
        }
        return new Pipeline.LastActivity(workflow, job);
    }
}
