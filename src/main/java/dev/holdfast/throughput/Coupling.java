package dev.holdfast.throughput;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which services are deployed in lockstep (rule 12). Two are coupled when each has at least three deployments that were
 * together with the other's, and those are at least half of all deployments of the one that deployed less.
 */
final class Coupling {

    static final Duration TOGETHER = Duration.ofMinutes(15);
    static final int AT_LEAST = 3;

    private final Starts.InOrder starts;
    private final long within;

    Coupling(Starts.InOrder starts, Duration within) {
        this.starts = starts;
        this.within = within.toMillis();
    }

    /**
     * A service's deployments in lockstep.
     *
     * @param inLockstep which of its deployments, in order of time, were together with a coupled service
     */
    record Coupled(int service, List<Integer> partners, boolean[] inLockstep) {

        int lockstep() {
            var count = 0;
            for (var each : inLockstep) if (each) count++;
            return count;
        }
    }

    Coupled of(int service) {
        var mine = new boolean[starts.starts(service)];
        var partners = new ArrayList<Integer>();
        for (var other : candidates(service)) {
            var here = together(service, other);
            var there = together(other, service);
            if (!coupled(here, there)) continue;
            partners.add(other);
            for (var which = 0; which < mine.length; which++) mine[which] |= here[which];
        }
        return new Coupled(service, partners, mine);
    }

    /** Those that come near often enough to be coupled: no service has more deployments together than there are pairs. */
    private int[] candidates(int service) {
        var pairs = new int[starts.places().length];
        for (var place : starts.places()[service]) {
            for (var before = place - 1; before >= 0 && starts.times()[place] - starts.times()[before] <= within; before--) pairs[starts.owners()[before]]++;
            for (var after = place + 1; after < starts.times().length && starts.times()[after] - starts.times()[place] <= within; after++) {
                pairs[starts.owners()[after]]++;
            }
        }
        pairs[service] = 0;
        var mine = starts.starts(service);
        var found = new int[pairs.length];
        var count = 0;
        for (var other = 0; other < pairs.length; other++) {
            if (pairs[other] >= AT_LEAST && pairs[other] * 2L >= Math.min(mine, starts.starts(other))) found[count++] = other;
        }
        return Arrays.copyOf(found, count);
    }

    private static boolean coupled(boolean[] here, boolean[] there) {
        var mine = count(here);
        var theirs = count(there);
        if (mine < AT_LEAST || theirs < AT_LEAST) return false;
        var ofTheLess = here.length == there.length ? Math.max(mine, theirs) : here.length < there.length ? mine : theirs;
        return ofTheLess * 2L >= Math.min(here.length, there.length);
    }

    /** Which of one's deployments were together with any of the other's. */
    private boolean[] together(int one, int other) {
        var together = new boolean[starts.starts(one)];
        var from = 0;
        for (var which = 0; which < together.length; which++) {
            var at = starts.time(one, which);
            while (from < starts.starts(other) && starts.time(other, from) < at - within) from++;
            together[which] = from < starts.starts(other) && starts.time(other, from) <= at + within;
        }
        return together;
    }

    private static int count(boolean[] each) {
        var count = 0;
        for (var one : each) if (one) count++;
        return count;
    }
}
