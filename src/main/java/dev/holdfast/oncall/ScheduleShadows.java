package dev.holdfast.oncall;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.StatusPart;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Who goes along on a schedule, in its status. */
@Component
class ScheduleShadows implements StatusPart {

    private final ObjectProvider<Shadows> shadows;
    private final ObjectProvider<Documents> documents;

    ScheduleShadows(ObjectProvider<Shadows> shadows, ObjectProvider<Documents> documents) {
        this.shadows = shadows;
        this.documents = documents;
    }

    @Override
    public String kind() {
        return SchedulePart.KIND;
    }

    @Override
    public void describe(String name, Instant at, ObjectNode status) {
        describe(Map.of(name, status), at);
    }

    @Override
    public void describe(Map<String, ObjectNode> statuses, Instant at) {
        var view = documents.getObject().at(at);
        statuses.forEach((name, status) -> {
            var items = status.putArray("shadows");
            shadows.getObject().now(view, name).forEach(shadow -> items.addObject()
                    .put("person", shadow.person().value())
                    .put("with", shadow.with().value())
                    .put("from", shadow.from().toString())
                    .put("to", shadow.to().toString()));
        });
    }
}
