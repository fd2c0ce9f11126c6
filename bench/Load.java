import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Sends requests over so many connections, at a fixed rate whatever the answers, or each as soon as it may. */
final class Load {

    /** Makes one of the numbered requests. */
    interface Request {
        Http.Answer send(Http connection, int number) throws IOException;
    }

    /** What came of it: latencies in nanoseconds of what was accepted, the numbers accepted, the other answers. */
    record Result(long begun, long[] latencies, int[] accepted, Map<String, Integer> refused, Duration lasted) {

        double perSecond() {
            return accepted.length / (lasted.toNanos() / 1e9);
        }

        double millis(double quantile) {
            return Load.quantile(latencies, quantile) / 1e6;
        }

        String refusals() {
            return refused.isEmpty() ? "" : ", not accepted: " + refused;
        }
    }

    private final int port;
    private final String headers;
    private final int connections;

    Load(int port, String headers, int connections) {
        this.port = port;
        this.headers = headers;
        this.connections = connections;
    }

    /** Open loop: a latency counts from the instant at which its request was due, so that a stall is not hidden. */
    Result atRate(double perSecond, int requests, Request request) throws InterruptedException {
        var begun = System.nanoTime() + 50_000_000;
        return run(begun, requests, Long.MAX_VALUE, number -> begun + (long) (number * 1e9 / perSecond), request);
    }

    /** Closed loop: each connection sends the next request when it has its answer. */
    Result flatOut(Duration duration, int atMost, Request request) throws InterruptedException {
        var begun = System.nanoTime();
        return run(begun, atMost, begun + duration.toNanos(), number -> 0L, request);
    }

    private interface Timetable {
        long due(int number);
    }

    private Result run(long begun, int requests, long end, Timetable timetable, Request request)
            throws InterruptedException {
        var next = new AtomicInteger();
        var latencies = new ConcurrentSkipListMap<Integer, Long>();
        var refused = new ConcurrentHashMap<String, Integer>();
        var workers = new ArrayList<Thread>();
        for (var i = 0; i < connections; i++) {
            workers.add(Thread.ofVirtual().start(() -> {
                try (var connection = new Http(port, headers)) {
                    for (var number = next.getAndIncrement();
                            number < requests && System.nanoTime() < end;
                            number = next.getAndIncrement()) {
                        var due = timetable.due(number);
                        pauseUntil(due);
                        one(connection, number, due == 0 ? System.nanoTime() : due, request, latencies, refused);
                    }
                } catch (IOException broken) {
                    refused.merge(broken.toString(), 1, Integer::sum);
                }
            }));
        }
        for (var worker : workers) worker.join();
        var lasted = Duration.ofNanos(System.nanoTime() - begun);
        return new Result(
                begun,
                latencies.values().stream().mapToLong(Long::longValue).toArray(),
                latencies.keySet().stream().mapToInt(Integer::intValue).toArray(),
                refused,
                lasted);
    }

    private static void one(
            Http connection, int number, long since, Request request, Map<Integer, Long> latencies, Map<String, Integer> refused) {
        try {
            var answer = request.send(connection, number);
            if (answer.isSuccess()) latencies.put(number, System.nanoTime() - since);
            else refused.merge("" + answer.status(), 1, Integer::sum);
        } catch (IOException lost) {
            refused.merge(lost.getClass().getSimpleName(), 1, Integer::sum);
        }
    }

    private static void pauseUntil(long due) {
        for (var left = due - System.nanoTime(); due != 0 && left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    static double quantile(long[] values, double quantile) {
        if (values.length == 0) return Double.NaN;
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(quantile * sorted.length) - 1)];
    }
}
