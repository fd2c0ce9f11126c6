package dev.holdfast.changes;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.deployments.Deployment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What was agreed beforehand, for measures (M2). */
@Service
public class PreApprovals {

    private final TemplateStore templates;
    private final StandardStore standards;
    private final Documents documents;

    PreApprovals(TemplateStore templates, StandardStore standards, Documents documents) {
        this.templates = templates;
        this.standards = standards;
        this.documents = documents;
    }

    /** Those of these services of which a template that was agreed by then covers production today. */
    public Set<ServiceName> withTemplate(Collection<ServiceName> services, Instant at) {
        var day = LocalDate.ofInstant(at, documents.at(at).calendar().zone());
        return templates.of(services.stream().map(ServiceName::value).toList()).stream()
                .filter(template -> template.isInForce(Deployment.PRODUCTION, day))
                .filter(template -> template.agreedAt() != null && !template.agreedAt().isAfter(at))
                .map(Standing::service)
                .collect(Collectors.toSet());
    }

    /** How many deployments of these services, or of all, went live as standard changes in each stretch between these instants, the later end excluded. */
    public List<Integer> standardDeployments(@Nullable Collection<ServiceName> services, List<Instant> edges) {
        return standards.live(services, edges);
    }
}
