package dev.holdfast.oncall;

import dev.holdfast.catalogue.StatusPart;
import java.time.Instant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Who is on call by a schedule, in its status. */
@Component
class ScheduleOnCall implements StatusPart {

    private final ObjectProvider<Schedules> schedules;

    ScheduleOnCall(ObjectProvider<Schedules> schedules) {
        this.schedules = schedules;
    }

    @Override
    public String kind() {
        return SchedulePart.KIND;
    }

    @Override
    public void describe(String name, Instant at, ObjectNode status) {
        var now = schedules.getObject().onCall(name, at);
        status.putObject("onCall")
                .put("person", now.person() == null ? null : now.person().value())
                .put("from", ServiceOnCall.text(now.from()))
                .put("until", ServiceOnCall.text(now.until()));
    }
}
