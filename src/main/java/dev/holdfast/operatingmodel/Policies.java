package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Loose;
import dev.holdfast.catalogue.SpecPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** The policy in force at any instant: the Organisation document's, or the example's until one is applied. */
@Service
public class Policies {

    private final Documents documents;
    private final PolicyPart part;
    private final Set<String> fields;

    Policies(Documents documents, PolicyPart part, List<SpecPart<?>> parts) {
        this.documents = documents;
        this.part = part;
        this.fields = Stream.concat(Stream.of("effectiveFrom"), parts.stream()
                        .filter(each -> each.kind().equals(PolicyPart.KIND))
                        .flatMap(each -> each.fields().stream()))
                .collect(Collectors.toSet());
    }

    public Policy at(Instant instant) {
        return in(documents.at(instant));
    }

    public Policy in(CatalogueView view) {
        return in(view, part);
    }

    /** The policy of an instant in its document's words. */
    public PolicyVersion versionAt(Instant instant) {
        var view = documents.at(instant);
        return view.organisation()
                .flatMap(organisation -> view.document(PolicyPart.KIND, organisation.name()))
                .map(PolicyVersion::of)
                .orElseGet(PolicyVersion::example);
    }

    /** Every version that was, is or will be in force, the latest first. */
    public List<PolicyVersion> versions(Instant now) {
        return documents.at(now).organisation().stream()
                .flatMap(organisation -> documents.versions(PolicyPart.KIND, organisation.name()).reversed().stream())
                .map(PolicyVersion::of)
                .toList();
    }

    /** The same with who made each, when and why. */
    public List<PolicyEdition> editions(Instant now) {
        return documents.at(now).organisation().stream()
                .flatMap(organisation -> documents.versions(PolicyPart.KIND, organisation.name()).reversed().stream())
                .map(PolicyEdition::of)
                .toList();
    }

    /** The words of the example, which also stand for what a policy leaves out. */
    public ObjectNode example() {
        return PolicyDocuments.example();
    }

    /** The terms with these fields of an Organisation's spec in the place of those in force. */
    Terms termsWith(CatalogueView view, ObjectNode changes) {
        var spec = PolicyDocuments.spec(view);
        changes.properties().forEach(field -> spec.set(field.getKey(), field.getValue()));
        return Loose.read(spec, fields, part::read);
    }

    static Policy in(CatalogueView view, PolicyPart part) {
        return view.organisation()
                .map(organisation -> organisation.name())
                .flatMap(name -> policy(view, part, name))
                .orElse(Policy.DEFAULT);
    }

    private static Optional<Policy> policy(CatalogueView view, PolicyPart part, String organisation) {
        var document = view.document(PolicyPart.KIND, organisation);
        return view.part(part, organisation)
                .flatMap(terms -> document.map(it -> version(it, terms)));
    }

    private static Policy version(Document document, Terms terms) {
        return new Policy(
                document.version(), document.effectiveFrom(), document.inForce().to(), terms);
    }
}
