package dev.holdfast.throughput;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Adds up what happened to the services of a scope in a period: as a whole and by bucket. */
final class Account {

    private final Instant from;
    private final Instant to;
    private final Buckets buckets;
    private final Buckets days;
    private final Buckets weeks;
    private final BitSet daysUsed = new BitSet();
    private final BitSet weeksUsed = new BitSet();
    private final Tally whole;
    private final Tally[] parts;
    private final int[] together;
    private final int[] started;
    private int services;
    private int withTarget;
    private int meeting;
    private int coupledServices;
    private @Nullable Windows windows;

    Account(Instant from, Instant to, Instant asked, ZoneId zone, Buckets.Length length) {
        this.from = from;
        this.to = to;
        this.buckets = Buckets.of(from, to, zone, length);
        this.days = Buckets.of(from, to, zone, Buckets.Length.DAY);
        this.weeks = Buckets.of(from, to, zone, Buckets.Length.WEEK);
        this.whole = new Tally(asked);
        this.parts = new Tally[buckets.count()];
        this.together = new int[buckets.count()];
        this.started = new int[buckets.count()];
        Arrays.setAll(parts, each -> new Tally(asked));
    }

    void add(ServicePeriod service) {
        services++;
        var bucket = 0;
        for (var arrival : service.arrivals()) {
            bucket = buckets.of(arrival.at(), bucket);
            whole.add(arrival);
            parts[bucket].add(arrival);
        }
        for (var at : service.unattributed()) {
            whole.unattributed();
            parts[buckets.of(at)].unattributed();
        }
        var deployed = service.deployed();
        for (var gap : service.gaps()) whole.gap(gap);
        var day = 0;
        var week = 0;
        for (var at : deployed) {
            daysUsed.set(day = days.of(at, day));
            weeksUsed.set(week = weeks.of(at, week));
        }
        if (service.everyDays() != null) target(service.everyDays(), deployed);
    }

    /** Of one service: when its deployments started, and which of them were in lockstep. */
    void coupled(Starts.InOrder starts, Coupling.Coupled coupled) {
        if (!coupled.partners().isEmpty()) coupledServices++;
        var bucket = 0;
        for (var which = 0; which < coupled.inLockstep().length; which++) {
            bucket = buckets.of(starts.time(starts.place(coupled.service(), which)), bucket);
            started[bucket]++;
            if (coupled.inLockstep()[which]) together[bucket]++;
        }
    }

    private void target(int days, long[] deployed) {
        windows = Windows.of(from, to, days, deployed);
        withTarget++;
        if (windows.met()) meeting++;
    }

    Duration length() {
        return Duration.between(from, to);
    }

    Buckets buckets() {
        return buckets;
    }

    Tally whole() {
        return whole;
    }

    Tally part(int bucket) {
        return parts[bucket];
    }

    int started() {
        return Arrays.stream(started).sum();
    }

    int together() {
        return Arrays.stream(together).sum();
    }

    int started(int bucket) {
        return started[bucket];
    }

    int together(int bucket) {
        return together[bucket];
    }

    int services() {
        return services;
    }

    int coupledServices() {
        return coupledServices;
    }

    int withTarget() {
        return withTarget;
    }

    int meeting() {
        return meeting;
    }

    int days() {
        return daysUsed.cardinality();
    }

    int weeks() {
        return weeks.count();
    }

    int weeksUsed() {
        return weeksUsed.cardinality();
    }

    /** Of the service that was added last. */
    @Nullable Windows windows() {
        return windows;
    }
}
