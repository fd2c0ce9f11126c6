package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that a callout did, to be written down. */
record Entry(
        SubjectId subject,
        Instant at,
        Kind kind,
        @Nullable String type,
        @Nullable PersonName person,
        @Nullable Integer step,
        @Nullable Integer round,
        @Nullable String schedule,
        String text,
        Map<String, Object> data,
        List<Because> explain) {

    enum Kind {
        PAGE("page"),
        RELEASED("released"),
        SUPPRESSED("suppressed"),
        UNANSWERED("unanswered"),
        PAGE_FAILED("page-failed"),
        PAGE_NOT_SENT("page-not-sent"),
        /** Told without being called: remembered, and not on the timeline. */
        TOLD("told");

        final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    static Entry of(SubjectId subject, Instant at, Kind kind, String text) {
        return new Entry(subject, at, kind, null, null, null, null, null, text, Map.of(), List.of());
    }

    Entry to(PersonName whom, String messageType) {
        return new Entry(subject, at, kind, messageType, whom, step, round, schedule, text, data, explain);
    }

    Entry during(int itsStep, int itsRound, @Nullable String itsSchedule) {
        return new Entry(subject, at, kind, type, person, itsStep, itsRound, itsSchedule, text, data, explain);
    }

    Entry with(String fact, Object value) {
        var facts = new LinkedHashMap<>(data);
        facts.put(fact, value);
        return new Entry(subject, at, kind, type, person, step, round, schedule, text, facts, explain);
    }

    Entry because(List<Because> why) {
        return new Entry(subject, at, kind, type, person, step, round, schedule, text, data, List.copyOf(why));
    }
}
