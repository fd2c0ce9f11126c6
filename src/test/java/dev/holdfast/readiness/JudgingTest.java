package dev.holdfast.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgingTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Prepared.Add ADD = new Prepared.Add("Link the runbook", "/services/bedroom/readiness");

    /** Ages in days; -1 says that there is none, and "?" that nobody knows. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            seen,    0, -1, 7,  PRESENT, holdfast
            seen,    7, -1, 7,  PRESENT, holdfast
            seen,    8, -1, 7,  DUE,     holdfast
            seen,  100, -1, 0,  PRESENT, holdfast
            seen,    8,  1, 7,  PRESENT, ann
            seen,    8,  9, 7,  DUE,     holdfast
            seen,    ?, -1, 7,  DUE,     holdfast
            seen,    ?,  1, 7,  PRESENT, ann
            seen,    ?, -1, 0,  PRESENT, holdfast
            lacking, 0, -1, 7,  MISSING,
            lacking, 0,  1, 7,  MISSING, ann
            unseen,  0, -1, 7,  MISSING,
            unseen,  0,  1, 7,  PRESENT, ann
            unseen,  0,  8, 7,  DUE,     ann
            """)
    void whatIsKnownAndWhatWasWritten(String known, String seenDays, long writtenDays, long validDays, Prepared.State state, @Nullable String by) {
        var valid = validDays == 0 ? null : Duration.ofDays(validDays);
        var seen = Evidence.seen("Linked", null, seenDays.equals("?") ? null : NOW.minus(Duration.ofDays(Long.parseLong(seenDays))), valid);
        var written = writtenDays < 0 ? null : new Evidence("We looked", null, "ann", NOW.minus(Duration.ofDays(writtenDays)), valid);
        var prepared = Judging.of(Preparation.RUNBOOK, switch (known) {
            case "seen" -> new Known.Seen(seen, ADD);
            case "lacking" -> new Known.Lacking(ADD);
            default -> new Known.Unseen(ADD);
        }, written, NOW);

        assertThat(prepared.state()).isEqualTo(state);
        assertThat(prepared.evidence() == null ? null : prepared.evidence().by()).isEqualTo(by);
        assertThat(prepared.add()).isEqualTo(ADD);
    }

    /** Writing evidence now never makes anything worse, and mends everything but what is plainly not there. */
    @Test
    void freshEvidenceMendsWhateverIsNotPlainlyLacking() {
        var random = new Random(33);
        for (var round = 0; round < 1_000; round++) {
            var seen = Evidence.seen("Linked", null, random.nextBoolean() ? null : NOW.minusSeconds(random.nextInt(1, 2_000_000)), Duration.ofSeconds(random.nextInt(1, 2_000_000)));
            var known = switch (random.nextInt(3)) {
                case 0 -> new Known.Seen(seen, ADD);
                case 1 -> new Known.Lacking(ADD);
                default -> new Known.Unseen(ADD);
            };
            var fresh = new Evidence("We looked", null, "ann", NOW, Duration.ofSeconds(random.nextInt(1, 2_000_000)));

            var state = Judging.of(Preparation.RUNBOOK, known, fresh, NOW).state();

            assertThat(state).as("seed 33, round %d", round).isEqualTo(known instanceof Known.Lacking ? Prepared.State.MISSING : Prepared.State.PRESENT);
        }
    }
}
