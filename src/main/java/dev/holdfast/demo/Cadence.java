package dev.holdfast.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * How often a service of the retailer is released, and how that ends, as {@code releases.json} tells it.
 *
 * @param aWeek releases in a week of five days
 * @param failsOneOf how many releases there are for one that is rolled back; 0 for none
 * @param approval {@code standard}, {@code normal}, or {@code none} where nobody raises changes and the gate only records
 */
record Cadence(String service, double aWeek, int failsOneOf, String approval, int commits) {

    private static final LocalTime FIRST = LocalTime.of(9, 20);
    private static final int MINUTES = 7 * 60;

    /**
     * One release of it.
     *
     * @param number from 1, the oldest first
     * @param builtAt before it started
     */
    record Release(int number, Instant builtAt, Instant startedAt, Duration took, boolean rolledBack, int commits) {

        Instant finishedAt() {
            return startedAt.plus(took);
        }
    }

    /** Those of so many weeks up to now; the same day gives the same ones. */
    List<Release> releases(LocalDate today, int weeks, ZoneId zone, Instant now) {
        var random = new Random(service.hashCode());
        var releases = new ArrayList<Release>();
        var owed = random.nextDouble();
        for (var day = today.minusWeeks(weeks); !day.isAfter(today); day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) continue;
            for (owed += aWeek / 5; owed >= 1; owed--) {
                var started = day.atTime(FIRST).plusMinutes(random.nextInt(MINUTES)).atZone(zone).toInstant();
                var leadTime = Duration.ofMinutes(25 + random.nextInt(approval.equals("normal") ? 1_800 : 240));
                var took = Duration.ofMinutes(2 + random.nextInt(9));
                var fails = failsOneOf > 0 && random.nextInt(failsOneOf) == 0;
                var release = new Release(releases.size() + 1, started.minus(leadTime), started, took, fails, 1 + random.nextInt(commits));
                if (release.finishedAt().isBefore(now)) releases.add(release);
            }
        }
        return releases;
    }
}
