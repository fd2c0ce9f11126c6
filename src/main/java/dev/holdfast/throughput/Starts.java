package dev.holdfast.throughput;

import java.util.Arrays;

/**
 * When deployments of many services started, in order of time. Services are numbers and instants are milliseconds, since
 * there may be a million.
 */
final class Starts {

    private static final int SERVICE_BITS = 20;
    private static final long MOST_SERVICES = 1L << SERVICE_BITS;

    private final int services;
    private long[] packed = new long[64];
    private int count;

    Starts(int services) {
        if (services >= MOST_SERVICES) throw new IllegalArgumentException("More than " + MOST_SERVICES + " services");
        this.services = services;
    }

    /** @param service from 0 on */
    void add(int service, long millis) {
        if (count == packed.length) packed = Arrays.copyOf(packed, count * 2);
        packed[count++] = millis << SERVICE_BITS | service;
    }

    InOrder inOrder() {
        var sorted = Arrays.copyOf(packed, count);
        Arrays.parallelSort(sorted);
        var times = new long[count];
        var owners = new int[count];
        var sizes = new int[services];
        for (var place = 0; place < count; place++) {
            times[place] = sorted[place] >> SERVICE_BITS;
            owners[place] = (int) (sorted[place] & MOST_SERVICES - 1);
            sizes[owners[place]]++;
        }
        return new InOrder(times, owners, byService(owners, sizes));
    }

    private static int[][] byService(int[] owners, int[] sizes) {
        var places = new int[sizes.length][];
        Arrays.setAll(places, service -> new int[sizes[service]]);
        var next = new int[sizes.length];
        for (var place = 0; place < owners.length; place++) {
            var service = owners[place];
            places[service][next[service]++] = place;
        }
        return places;
    }

    /** @param places of each service's starts, in order */
    record InOrder(long[] times, int[] owners, int[][] places) {

        int starts(int service) {
            return places[service].length;
        }

        long time(int service, int which) {
            return times[places[service][which]];
        }
    }
}
