package dev.holdfast.feeds;

import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a Team's {@code meetings}: planning, demos and Chaos Days, as they recur. */
@Component
class MeetingsPart implements SpecPart<MeetingsPart.Meetings> {

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST = 20;

    record Meetings(List<Meeting> all) {

        Meetings {
            all = List.copyOf(all);
        }
    }

    @Override
    public String kind() {
        return "Team";
    }

    @Override
    public Set<String> fields() {
        return Set.of("meetings");
    }

    @Override
    public Meetings read(SpecReader spec) {
        var meetings = new ArrayList<Meeting>();
        var names = new HashSet<String>();
        for (var each : spec.objects("meetings")) {
            var meeting = meeting(each);
            if (meeting == null) continue;
            meetings.add(meeting);
            if (!names.add(meeting.name())) each.fault("name", "DUPLICATE_NAME", "Two meetings of a team have different names");
        }
        if (meetings.size() > MOST) spec.fault("meetings", "OUT_OF_RANGE", "A team has at most %d meetings".formatted(MOST));
        return new Meetings(meetings);
    }

    private static @Nullable Meeting meeting(SpecReader meeting) {
        var kind = meeting.required("kind", meeting.choice("kind", Meeting.Kind.class));
        var start = meeting.required("start", meeting.localDateTime("start"));
        var lasts = meeting.required("lasts", meeting.duration("lasts"));
        var every = meeting.days("every");
        var zone = meeting.zone("timeZone");
        var until = meeting.date("until");
        var address = meeting.address("address");
        if (lasts != null && (!lasts.isPositive() || lasts.compareTo(LONGEST) > 0)) {
            meeting.fault("lasts", "OUT_OF_RANGE", "A meeting lasts for some time, and at most seven days");
        }
        if (every != null && every.getDays() == 0) meeting.fault("every", "OUT_OF_RANGE", "A meeting recurs after a day or more");
        if (until != null && start != null && until.isBefore(start.toLocalDate())) meeting.fault("until", "OUT_OF_RANGE", "It ends after it begins");
        if (kind == null || start == null || lasts == null) return null;
        var name = meeting.text("name");
        var days = every == null || every.getDays() == 0 ? null : every.getDays();
        return new Meeting(name == null ? kind.word() : name, kind, meeting.text("title"), start, days, lasts, zone, until, address);
    }
}
