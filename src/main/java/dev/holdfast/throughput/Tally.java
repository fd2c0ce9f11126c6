package dev.holdfast.throughput;

import java.time.Instant;

/** What is counted of a stretch of time, of one service or of many. */
final class Tally {

    private final long ripeBefore;
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
        this.ripeBefore = asked.minus(Blame.WITHIN).toEpochMilli();
    }

    void add(Arrival arrival) {
        live++;
        if (arrival.at() > ripeBefore) unripe++;
        if (arrival.failed()) failed++;
        if (arrival.recovery() != Arrival.UNKNOWN) recoveries.add(arrival.recovery());
        switch (arrival.kind()) {
            case HOTFIX -> hotfixes++;
            case ROLLBACK -> rollbacks++;
            case PLANNED -> {}
        }
        if (!arrival.isForward()) return;
        deployments++;
        sample(leadTimes, arrival.leadTime());
        for (var time : arrival.commitTimes()) sample(commitTimes, time);
    }

    void gap(long between) {
        gaps.add(between);
    }

    void unattributed() {
        unattributed++;
    }

    /** Nothing is brought before it was made: then two clocks differ, which is counted and not averaged. */
    private void sample(Samples samples, long time) {
        if (time == Arrival.UNKNOWN) return;
        if (time < 0) negative++;
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
