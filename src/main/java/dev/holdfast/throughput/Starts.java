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
        Arrays.sort(packed, 0, count);
        return new InOrder(packed, count, byService());
    }

    private int[][] byService() {
        var sizes = new int[services];
        for (var place = 0; place < count; place++) sizes[owner(packed[place])]++;
        var places = new int[services][];
        Arrays.setAll(places, service -> new int[sizes[service]]);
        var next = new int[services];
        for (var place = 0; place < count; place++) {
            var service = owner(packed[place]);
            places[service][next[service]++] = place;
        }
        return places;
    }

    private static int owner(long packed) {
        return (int) (packed & MOST_SERVICES - 1);
    }

    /**
     * All starts by time, as they are packed.
     *
     * @param places of each service's starts, in order
     */
    record InOrder(long[] packed, int count, int[][] places) {

        int services() {
            return places.length;
        }

        int starts(int service) {
            return places[service].length;
        }

        int place(int service, int which) {
            return places[service][which];
        }

        long time(int place) {
            return packed[place] >> SERVICE_BITS;
        }

        int owner(int place) {
            return Starts.owner(packed[place]);
        }
    }
}
