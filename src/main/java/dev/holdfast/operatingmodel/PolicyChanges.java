package dev.holdfast.operatingmodel;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Changes the policy by the one door for it: the Organisation document. */
@Service
public class PolicyChanges {

    private static final String FIRST = "organisation";

    private final Documents documents;
    private final Catalogue catalogue;
    private final Policies policies;
    private final Clock clock;

    PolicyChanges(Documents documents, Catalogue catalogue, Policies policies, Clock clock) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.policies = policies;
        this.clock = clock;
    }

    /** The whole spec, in the place of the one before. */
    public PolicyVersion change(Viewer viewer, ObjectNode spec) {
        var view = documents.at(clock.instant());
        var organisation = view.organisation().flatMap(it -> view.document(PolicyPart.KIND, it.name()));
        catalogue.apply(document(organisation, spec), viewer, false);
        return policies.versions(clock.instant()).getFirst();
    }

    private ObjectNode document(Optional<Document> organisation, ObjectNode spec) {
        var document = JsonNodeFactory.instance.objectNode().put("apiVersion", "holdfast.dev/v1").put("kind", PolicyPart.KIND);
        var metadata = document.putObject("metadata");
        metadata.put("name", organisation.map(Document::name).orElse(FIRST));
        organisation.map(Document::title).ifPresent(title -> metadata.put("title", title));
        organisation.map(Document::description).ifPresent(text -> metadata.put("description", text));
        document.set("spec", spec);
        return document;
    }
}
