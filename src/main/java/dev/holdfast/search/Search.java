package dev.holdfast.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds, in one query; the words by which slips are noticed are read again after a minute. */
@Service
public class Search {

    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final int MOST_CANDIDATES = 60;

    private final FindableStore entries;
    private final Clock clock;
    private volatile @Nullable Known known;

    Search(FindableStore entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    private record Known(Vocabulary vocabulary, Instant until) {}

    /** The nearest first. */
    public Found find(String text, int most) {
        var asked = Asked.of(text, vocabulary());
        if (asked.isEmpty()) return new Found(List.of(), null);
        var hits = Ranking.of(asked, entries.find(asked, Math.max(most, MOST_CANDIDATES)), most);
        return new Found(hits, asked.meant().filter(meant -> isNear(hits)).orElse(null));
    }

    private static boolean isNear(List<Hit> hits) {
        return !hits.isEmpty() && hits.getFirst().match() == Hit.Match.NEAR;
    }

    /** What was found; {@code meant} is what was probably asked for, where a word of it stands nowhere. */
    public record Found(List<Hit> hits, @Nullable String meant) {}

    private Vocabulary vocabulary() {
        var now = clock.instant();
        var last = known;
        if (last != null && now.isBefore(last.until())) return last.vocabulary();
        var read = new Vocabulary(entries.words());
        known = new Known(read, now.plus(FRESH));
        return read;
    }
}
