package dev.holdfast.portal.web.groups;

import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.portal.web.Figure;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Who is on call now by some schedules, as a figure. */
final class OnCallFigure {

    private static final int NAMED = 2;

    private OnCallFigure() {}

    static Figure of(List<OnCallNow> now, Names names, ReaderTime time) {
        var label = "On call now";
        var people = now.stream().map(OnCallNow::person).filter(Objects::nonNull).distinct().toList();
        if (people.isEmpty()) return Figure.of(label, "nobody", "", now.isEmpty() ? "There is no schedule" : next(now, names, time));
        var shown = people.stream().limit(NAMED).map(names::of).collect(Collectors.joining(", "));
        var more = people.size() > NAMED ? " and " + (people.size() - NAMED) + " more" : "";
        var until = now.stream().filter(it -> it.person() != null).map(OnCallNow::until).filter(Objects::nonNull).min(Instant::compareTo);
        return Figure.of(label, shown + more, "", until.map(it -> "until " + time.moment(it)).orElse("without an end"));
    }

    private static String next(List<OnCallNow> now, Names names, ReaderTime time) {
        return now.stream()
                .filter(it -> it.next() != null && it.nextFrom() != null)
                .min(Comparator.comparing(it -> Objects.requireNonNull(it.nextFrom())))
                .map(it -> "next " + names.of(Objects.requireNonNull(it.next())) + " from " + time.moment(Objects.requireNonNull(it.nextFrom())))
                .orElse("nobody ahead");
    }
}
