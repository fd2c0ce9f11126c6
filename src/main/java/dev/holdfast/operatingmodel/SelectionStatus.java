package dev.holdfast.operatingmodel;

import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.StatusPart;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What the status of a service says of its selection. */
@Component
class SelectionStatus implements StatusPart {

    private final Selection selection;

    SelectionStatus(Selection selection) {
        this.selection = selection;
    }

    @Override
    public String kind() {
        return AssessmentPart.KIND;
    }

    @Override
    public void describe(String name, Instant at, ObjectNode status) {
        describe(selection.of(new ServiceName(name), at), status);
    }

    @Override
    public void describe(Map<String, ObjectNode> statuses, Instant at) {
        var moments = statuses.keySet().stream().map(name -> new ServiceMoment(new ServiceName(name), at)).toList();
        selection.of(moments).forEach((moment, selected) ->
                describe(selected, Objects.requireNonNull(statuses.get(moment.service().value()))));
    }

    static void describe(Selected selected, ObjectNode status) {
        var level = selected.level();
        var model = selected.operatingModel();
        if (level == null) {
            notApplicable(status, "level", selected);
            notApplicable(status, "tolerableUnavailabilityPerWeek", selected);
        } else {
            status.put("level", level.toString());
            status.put("tolerableUnavailabilityPerWeek", level.tolerableUnavailabilityPerWeek().toString());
        }
        if (model == null) {
            notApplicable(status, "operatingModel", selected);
        } else {
            status.put("operatingModel", model.word());
        }
        selected.deploymentTarget()
                .ifPresentOrElse(
                        band -> status.putObject("deploymentTarget").put("band", band.name()).put("every", band.every()),
                        () -> notApplicable(status, "deploymentTarget", selected));
        var cautions = status.putArray("cautions");
        selected.cautions().forEach(caution -> cautions.add(caution.name()));
        var missing = status.withArray("missing");
        selected.missing().forEach(missing::add);
    }

    private static void notApplicable(ObjectNode status, String field, Selected selected) {
        var reason = "unassessed: " + String.join(" and ", selected.missing()) + " missing";
        status.putObject(field).put("notApplicable", reason);
    }
}
