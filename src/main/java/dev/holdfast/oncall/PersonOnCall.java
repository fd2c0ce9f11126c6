package dev.holdfast.oncall;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.StatusPart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** By which schedules a person is on call, in their status. */
@Component
class PersonOnCall implements StatusPart {

    private final ObjectProvider<Schedules> schedules;

    PersonOnCall(ObjectProvider<Schedules> schedules) {
        this.schedules = schedules;
    }

    @Override
    public String kind() {
        return "Person";
    }

    @Override
    public void describe(Map<String, ObjectNode> statuses, Instant at) {
        var now = schedules.getObject().ofPeople(at);
        statuses.forEach((name, status) -> TeamOnCall.describe(now.getOrDefault(new PersonName(name), List.of()), status));
    }

    @Override
    public void describe(String name, Instant at, ObjectNode status) {
        TeamOnCall.describe(schedules.getObject().now(new PersonName(name), at), status);
    }
}
