package dev.holdfast.throughput;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which services are deployed in lockstep (rule 12). Two are coupled when each has at least three deployments that were
 * together with the other's, and those are at least half of all deployments of the one that deployed less.
 */
final class Coupling {

    static final Duration TOGETHER = Duration.ofMinutes(15);
    static final int AT_LEAST = 3;

    private final Starts.InOrder starts;
    private final long within;
    private final @Nullable Near[] near;

    Coupling(Starts.InOrder starts, Duration within) {
        this.starts = starts;
        this.within = within.toMillis();
        this.near = new Near[starts.services()];
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

    /** May be asked by several threads at once: what two of them find of a service is the same. */
    Coupled of(int service) {
        var partners = new ArrayList<Integer>();
        var coupled = new BitSet(starts.services());
        var mine = near(service);
        for (var each = 0; each < mine.others().length; each++) {
            var other = mine.others()[each];
            if (!coupled(service, mine.counts()[each], other, near(other).count(service))) continue;
            partners.add(other);
            coupled.set(other);
        }
        var inLockstep = new boolean[starts.starts(service)];
        if (!partners.isEmpty()) {
            for (var which = 0; which < inLockstep.length; which++) inLockstep[which] = isTogether(service, which, coupled);
        }
        return new Coupled(service, partners, inLockstep);
    }

    private boolean coupled(int one, int here, int other, int there) {
        if (here < AT_LEAST || there < AT_LEAST) return false;
        var mine = starts.starts(one);
        var theirs = starts.starts(other);
        var ofTheLess = mine == theirs ? Math.max(here, there) : mine < theirs ? here : there;
        return ofTheLess * 2L >= Math.min(mine, theirs);
    }

    /**
     * Those with which enough of a service's deployments were together for it to be coupled, in order of their numbers.
     *
     * @param counts of its deployments that were together with one of the other's
     */
    private record Near(int[] others, int[] counts) {

        int count(int other) {
            var place = Arrays.binarySearch(others, other);
            return place < 0 ? 0 : counts[place];
        }
    }

    private Near near(int service) {
        var known = near[service];
        if (known == null) near[service] = known = counted(service);
        return known;
    }

    private Near counted(int service) {
        var counts = new int[starts.services()];
        var last = new int[counts.length];
        var others = new int[AT_LEAST];
        var found = 0;
        for (var which = 0; which < starts.starts(service); which++) {
            var end = end(service, which);
            for (var place = begin(service, which); place < end; place++) {
                var other = starts.owner(place);
                if (last[other] == which + 1 || other == service) continue;
                last[other] = which + 1;
                if (++counts[other] != AT_LEAST) continue;
                if (found == others.length) others = Arrays.copyOf(others, found * 2);
                others[found++] = other;
            }
        }
        others = Arrays.copyOf(others, found);
        Arrays.sort(others);
        return new Near(others, Arrays.stream(others).map(other -> counts[other]).toArray());
    }

    private boolean isTogether(int service, int which, BitSet coupled) {
        var end = end(service, which);
        for (var place = begin(service, which); place < end; place++) if (coupled.get(starts.owner(place))) return true;
        return false;
    }

    /** The first place that is together with one of a service's. */
    private int begin(int service, int which) {
        var place = starts.place(service, which);
        var earliest = starts.time(place) - within;
        while (place > 0 && starts.time(place - 1) >= earliest) place--;
        return place;
    }

    /** The first place after those that are together with it. */
    private int end(int service, int which) {
        var place = starts.place(service, which);
        var latest = starts.time(place) + within;
        while (place < starts.count() && starts.time(place) <= latest) place++;
        return place;
    }
}
