package dev.holdfast.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decides what a calendar is told now, from what it was told before and what the shifts are; pure. */
final class Publishing {

    static final Duration CANCELLED_FOR = Duration.ofDays(30);

    private Publishing() {}

    /** {@code from} is where the feed begins: what ended before is told no more. */
    static List<Published> next(List<Published> before, List<FeedEvent> shifts, Instant from, Instant now) {
        var known = byId(before);
        var next = new ArrayList<Published>();
        for (var shift : shifts) {
            var last = known.remove(shift.uid());
            if (last == null) next.add(new Published(shift, 0, now, null));
            else next.add(last.isCancelled() || !last.event().equals(shift) ? last.changed(shift, now) : last);
        }
        known.values().stream().flatMap(gone -> gone(gone, from, now).stream()).forEach(next::add);
        return next;
    }

    private static Map<String, Published> byId(List<Published> published) {
        var known = new LinkedHashMap<String, Published>();
        published.forEach(each -> known.put(each.event().uid(), each));
        return known;
    }

    /** What is over has been, whoever changes the schedule after. */
    private static List<Published> gone(Published last, Instant from, Instant now) {
        if (last.withdrawnAt() != null) return last.withdrawnAt().plus(CANCELLED_FOR).isAfter(now) ? List.of(last) : List.of();
        if (!last.event().to().isAfter(from)) return List.of();
        return List.of(last.event().to().isAfter(now) ? last.withdrawn(now) : last);
    }
}
