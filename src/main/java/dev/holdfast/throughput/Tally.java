package dev.holdfast.throughput;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is counted of a stretch of time, of one service or of many. */
final class Tally {

    private final Instant ripeBefore;
    private final Samples leadTimes = new Samples();
    private final Samples commitTimes = new Samples();
    private final Samples recoveries = new Samples();
    private final Samples gaps = new Samples();
    private int deployments;
    private int live;
    private int failed;
    private int hotfixes;
    private int rollbacks;
    private int unripe;
    private int negative;
    private int unattributed;

    /** @param asked arrivals so shortly before it may still be found to have failed */
    Tally(Instant asked) {
        this.ripeBefore = asked.minus(Blame.WITHIN);
    }

    void add(Arrival arrival) {
        live++;
        if (arrival.at().isAfter(ripeBefore)) unripe++;
        if (arrival.failed()) failed++;
        if (arrival.recovery() != null) recoveries.add(arrival.recovery());
        switch (arrival.kind()) {
            case HOTFIX -> hotfixes++;
            case ROLLBACK -> rollbacks++;
            case PLANNED -> {}
        }
        if (!arrival.isForward()) return;
        deployments++;
        sample(leadTimes, arrival.leadTime());
        arrival.commitTimes().forEach(time -> sample(commitTimes, time));
    }

    void gap(Duration between) {
        gaps.add(between);
    }

    void unattributed() {
        unattributed++;
    }

    /** Nothing is brought before it was made: then two clocks differ, which is counted and not averaged. */
    private void sample(Samples samples, @Nullable Duration time) {
        if (time == null) return;
        if (time.isNegative()) negative++;
        else samples.add(time);
    }

    Samples leadTimes() {
        return leadTimes;
    }

    Samples commitTimes() {
        return commitTimes;
    }

    Samples recoveries() {
        return recoveries;
    }

    Samples gaps() {
        return gaps;
    }

    int deployments() {
        return deployments;
    }

    int live() {
        return live;
    }

    int failed() {
        return failed;
    }

    int hotfixes() {
        return hotfixes;
    }

    int rollbacks() {
        return rollbacks;
    }

    int unripe() {
        return unripe;
    }

    int negative() {
        return negative;
    }

    int unattributedIncidents() {
        return unattributed;
    }
}
