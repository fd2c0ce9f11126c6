package dev.holdfast.incidents;

import dev.holdfast.quantities.Because;
import dev.holdfast.quantities.Money;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of incident this is by its expected loss, and when it will be a larger one if nobody does anything. */
record Judgement(
        LossSize size, Money expected, @Nullable Instant restoreBy, Optional<Instant> nextCrossing, List<Because> explain) {

    static Judgement of(Course course, IncidentPolicy policy, WorkingCalendar calendar, Instant now) {
        var thresholds = policy.thresholds(course.currency());
        var expected = Expectation.of(course, now);
        var size = thresholds.sizeOf(expected);
        return new Judgement(
                size,
                expected,
                RestoreBy.of(size.method(), calendar, now).orElse(null),
                next(size, thresholds).flatMap(threshold -> Expectation.reaches(course, threshold, now)),
                explain(course, size, expected, thresholds));
    }

    /** When it will be major, if nobody revises anything; empty where it is or never will. */
    static Optional<Instant> becomesMajorAt(Course course, IncidentPolicy policy, Instant now) {
        return Expectation.reaches(course, policy.thresholds(course.currency()).high(), now);
    }

    private static Optional<Money> next(LossSize size, Thresholds thresholds) {
        return switch (size) {
            case LOW -> Optional.of(thresholds.medium());
            case MEDIUM -> Optional.of(thresholds.high());
            case HIGH -> Optional.empty();
        };
    }

    private static List<Because> explain(Course course, LossSize size, Money expected, Thresholds thresholds) {
        if (!Assessor.isReckonable(course)) {
            return List.of(Because.of(
                    "UNASSESSED", "Nobody has said what an hour of this costs, so it is minor until a person says otherwise."));
        }
        var sentence =
                switch (size) {
                    case HIGH -> "%s expected, at or above %s: major, restore immediately."
                            .formatted(expected.forPeople(), thresholds.high().forPeople());
                    case MEDIUM -> "%s expected, at or above %s: minor, restore by the end of the next working day."
                            .formatted(expected.forPeople(), thresholds.medium().forPeople());
                    case LOW -> "%s expected, below %s: minor, restore when possible."
                            .formatted(expected.forPeople(), thresholds.medium().forPeople());
                };
        var threshold = size == LossSize.HIGH ? thresholds.high() : thresholds.medium();
        return List.of(new Because(
                "EXPECTED_LOSS", sentence, Map.of("expected", expected.rounded(), "threshold", threshold.rounded(), "size", size.name())));
    }
}
