package dev.holdfast.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Calls addresses that users entered: only public ones unless allowed, the resolved address pinned, a redirect followed
 * by what reads alone and looked at as the first address was, no proxy, no cookie, limited in time and size. Hosts have a limit of connections each and share none, so
 * that a silent one slows nobody else.
 */
@Component
public class Outbound implements AutoCloseable {

    private static final int CONNECTIONS_PER_HOST = 100;
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final int MOST_REDIRECTS = 3;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private final CloseableHttpClient client;
    private final ExecutorService calls =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("outbound-", 0).factory());

    /** The ranges, separated by commas, may be called although they are loopback or private. */
    public Outbound(@Value("${holdfast.outbound-allow:}") String allow) {
        var allowed = Arrays.stream(allow.split(","))
                .map(String::strip)
                .filter(range -> !range.isEmpty())
                .map(OutboundRange::parse)
                .toList();
        client = client(new OutboundResolver(allowed));
    }

    /** What the other side answered; of a longer body only the beginning. */
    public record Reply(int status, byte[] body, @Nullable String location) {

        public Reply(int status, byte[] body) {
            this(status, body, null);
        }


        public boolean successful() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * One POST, its body never chunked, answered whole within the timeout.
     *
     * @throws OutboundRefused when the address is none that may be called
     */
    public Reply post(URI address, Map<String, String> headers, byte[] body, Duration timeout) throws IOException {
        demandCallable(address);
        var request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        return within(timeout, request, LONGEST_ANSWER);
    }

    /**
     * What stands at an address, read whole: at most that many bytes, each call within the timeout. A redirect never
     * leads from https to http.
     *
     * @throws OutboundRefused when the address, or one that it leads to, is none that may be called
     */
    public Reply get(URI address, int longest, Duration timeout) throws IOException {
        var next = address;
        for (var redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            demandCallable(next);
            var reply = within(timeout, new HttpGet(next), longest);
            if (reply.location() == null) {
                if (reply.body().length > longest) throw new IOException("the answer is longer than " + longest / 1024 + " kB");
                return reply;
            }
            next = redirected(next, reply.location());
        }
        throw new IOException("the address leads on more than " + MOST_REDIRECTS + " times");
    }

    private static URI redirected(URI from, String location) {
        URI to;
        try {
            to = from.resolve(location);
        } catch (IllegalArgumentException unreadable) {
            throw new OutboundRefused("the address leads to what is none");
        }
        if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
            throw new OutboundRefused("the address leads away from https");
        }
        return to;
    }

    /** Why what a field says is no address that may be called; empty where it has the form of one. */
    public static Optional<String> fault(String field, String address) {
        try {
            demandCallable(URI.create(address));
            return Optional.empty();
        } catch (OutboundRefused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        } catch (IllegalArgumentException malformed) {
            return Optional.of(field + " is not an address that begins with https://");
        }
    }

    /** Refuses what has the wrong form; where it leads is looked at when it is called. */
    private static void demandCallable(URI address) {
        var scheme = address.getScheme() == null ? "" : address.getScheme();
        if (!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https")) {
            throw new OutboundRefused("only http and https addresses are called");
        }
        if (address.getHost() == null || address.getHost().isEmpty()) {
            throw new OutboundRefused("the address names no host");
        }
        if (address.getRawUserInfo() != null) {
            throw new OutboundRefused("an address with a user in it is not called");
        }
    }

    private Reply within(Duration timeout, HttpUriRequestBase request, int longest) throws IOException {
        request.setConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(Timeout.of(timeout))
                .setResponseTimeout(Timeout.of(timeout))
                .setRedirectsEnabled(false)
                .build());
        var call = calls.submit(() -> exchange(request, longest));
        try {
            return call.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            request.cancel();
            throw new SocketTimeoutException("no answer within " + timeout.toMillis() + " ms");
        } catch (InterruptedException e) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while calling");
        } catch (ExecutionException e) {
            throw unwrapped(e);
        }
    }

    private Reply exchange(HttpUriRequestBase request, int longest) throws IOException {
        var response = client.executeOpen(null, request, null);
        var body = beginning(response, longest);
        var cut = body.length > longest;
        if (cut) request.cancel();
        closeQuietly(response, cut);
        var location = response.getFirstHeader("Location");
        var redirects = location != null && response.getCode() >= 300 && response.getCode() < 400;
        return new Reply(response.getCode(), body, redirects ? location.getValue() : null);
    }

    /** Closing reads what is left, which fails once the rest was cut off. */
    private static void closeQuietly(ClassicHttpResponse response, boolean cut) throws IOException {
        try {
            response.close();
        } catch (IOException e) {
            if (!cut) throw e;
        }
    }

    private static byte[] beginning(ClassicHttpResponse response, int longest) throws IOException {
        var entity = response.getEntity();
        return entity == null ? new byte[0] : entity.getContent().readNBytes(longest + 1);
    }

    private static IOException unwrapped(ExecutionException failure) {
        return switch (failure.getCause()) {
            case IOException io -> io;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case null, default -> new IOException(failure);
        };
    }

    private static CloseableHttpClient client(OutboundResolver resolver) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                .setMaxConnPerRoute(CONNECTIONS_PER_HOST)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.ofSeconds(10))
                        .setTimeToLive(TimeValue.ofMinutes(1))
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .evictIdleConnections(TimeValue.ofSeconds(30))
                .setUserAgent("Holdfast")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @Override
    public void close() throws IOException {
        calls.shutdown();
        client.close();
    }
}
