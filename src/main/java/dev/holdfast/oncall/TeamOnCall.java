package dev.holdfast.oncall;

import dev.holdfast.catalogue.StatusPart;
import dev.holdfast.catalogue.TeamName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Who is on call for a team, in its status. */
@Component
class TeamOnCall implements StatusPart {

    private final ObjectProvider<Schedules> schedules;

    TeamOnCall(ObjectProvider<Schedules> schedules) {
        this.schedules = schedules;
    }

    @Override
    public String kind() {
        return "Team";
    }

    @Override
    public void describe(Map<String, ObjectNode> statuses, Instant at) {
        var now = schedules.getObject().ofTeams(at);
        statuses.forEach((name, status) -> describe(now.getOrDefault(new TeamName(name), List.of()), status));
    }

    @Override
    public void describe(String name, Instant at, ObjectNode status) {
        describe(schedules.getObject().now(new TeamName(name), at), status);
    }

    static void describe(List<OnCallNow> now, ObjectNode status) {
        var items = status.putArray("onCall");
        now.forEach(schedule -> items.addObject()
                .put("schedule", schedule.schedule())
                .put("person", schedule.person() == null ? null : schedule.person().value())
                .put("until", ServiceOnCall.text(schedule.until())));
    }
}
