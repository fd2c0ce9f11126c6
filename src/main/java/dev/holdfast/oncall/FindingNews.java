package dev.holdfast.oncall;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a look found beside what was known: what is new, what goes on with which dates by now, and what is there no more. */
record FindingNews(List<Check> fresh, Map<Finding, Check> goingOn, List<Finding> gone) {

    static FindingNews of(List<Finding> known, List<Check> found) {
        var byMatter = new HashMap<List<Object>, List<Finding>>();
        known.forEach(each -> byMatter.computeIfAbsent(matter(each.check()), unseen -> new ArrayList<>()).add(each));
        var fresh = new ArrayList<Check>();
        var goingOn = new LinkedHashMap<Finding, Check>();
        for (var check : found) {
            byMatter.getOrDefault(matter(check), List.of()).stream()
                    .filter(each -> each.check().isOneWith(check))
                    .findFirst()
                    .ifPresentOrElse(each -> goingOn.putIfAbsent(each, check), () -> fresh.add(check));
        }
        return new FindingNews(fresh, goingOn, known.stream().filter(each -> !goingOn.containsKey(each)).toList());
    }

    /** Since when each is known; now for what nobody has seen before. */
    static List<Check> dated(List<Finding> known, List<Check> found, Instant now) {
        var byMatter = new HashMap<List<Object>, List<Finding>>();
        known.forEach(each -> byMatter.computeIfAbsent(matter(each.check()), unseen -> new ArrayList<>()).add(each));
        return found.stream()
                .map(check -> check.known(byMatter.getOrDefault(matter(check), List.of()).stream()
                        .filter(each -> each.check().isOneWith(check))
                        .map(Finding::seenAt)
                        .findFirst()
                        .orElse(now)))
                .toList();
    }

    private static List<Object> matter(Check check) {
        return List.of(check.code(), Objects.requireNonNullElse(check.schedule(), ""), check.people());
    }
}
