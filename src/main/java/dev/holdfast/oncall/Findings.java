package dev.holdfast.oncall;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Since when a finding is known. */
@Component
class Findings {

    private final FindingStore store;

    Findings(FindingStore store) {
        this.store = store;
    }

    List<Check> dated(List<Check> found, Instant now) {
        if (found.isEmpty()) return found;
        var schedules = found.stream().map(Check::schedule).filter(Objects::nonNull).distinct().toList();
        return FindingNews.dated(store.open(schedules), found, now);
    }
}
