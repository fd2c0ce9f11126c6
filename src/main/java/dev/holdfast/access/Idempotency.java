package dev.holdfast.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.holdfast.access.IdempotencyStore.Answer;
import dev.holdfast.access.IdempotencyStore.Key;
import dev.holdfast.access.IdempotencyStore.Request;
import dev.holdfast.http.Conflict;
import dev.holdfast.http.Malformed;
import dev.holdfast.http.Problems;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.keys.Keyring;
import dev.holdfast.keys.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Answers a repeated write as it was answered the first time. A write whose node died before its answer was kept is
 * refused for as long as the key lasts: it may have been done, and is not done twice.
 */
@Component
class Idempotency {

    private static final String HEADER = "Idempotency-Key";
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Set<String> WRITES = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<Integer> TO_BE_TRIED_AGAIN = Set.of(401, 403, 429);

    private final IdempotencyStore store;
    private final Keyring keyring;
    private final Problems problems;
    private final Clock clock;

    Idempotency(IdempotencyStore store, Keyring keyring, Problems problems, Clock clock) {
        this.store = store;
        this.keyring = keyring;
        this.problems = problems;
        this.clock = clock;
    }

    OncePerRequestFilter filter() {
        return new Door();
    }

    private final class Door extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getHeader(HEADER) == null
                    || !WRITES.contains(request.getMethod())
                    || !request.getRequestURI().startsWith("/api/v1/");
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                answer(new RepeatableRequest(request), response, chain);
            } catch (RuntimeException refused) {
                if (problems.resolveException(request, response, null, refused) == null) throw refused;
            }
        }
    }

    private void answer(RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = new Key(account(), key(request));
        var asked = new Request(route(request), Sha256.of(request.body()));
        store.forgetBefore(clock.instant().minus(KEPT));
        if (store.begin(key, asked, clock.instant())) {
            first(key, request, response, chain);
        } else {
            replay(response, earlier(key, asked));
        }
    }

    private static String account() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) {
            return viewer.holder();
        }
        throw new IllegalStateException("Whoever writes is known here");
    }

    private static String key(HttpServletRequest request) {
        var key = request.getHeader(HEADER);
        if (!key.matches("[\\x20-\\x7e]{1,255}")) throw new Malformed("An " + HEADER + " has 1 to 255 plain characters.");
        return key;
    }

    private static String route(HttpServletRequest request) {
        var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return request.getMethod() + " " + request.getRequestURI() + query;
    }

    private void first(Key key, RepeatableRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var caught = new ContentCachingResponseWrapper(response);
        var kept = false;
        try {
            chain.doFilter(request, caught);
            kept = keep(key, caught);
        } finally {
            if (!kept) store.forget(key);
        }
        caught.copyBodyToResponse();
    }

    /** What may be answered differently at the next try is not kept. */
    private boolean keep(Key key, ContentCachingResponseWrapper caught) {
        var status = caught.getStatus();
        if (status >= 500 || TO_BE_TRIED_AGAIN.contains(status)) return false;
        var body = new String(caught.getContentAsByteArray(), ISO_8859_1);
        store.keep(
                key,
                new Answer(status, caught.getContentType(), caught.getHeader(HttpHeaders.LOCATION), keyring.seal(body)));
        return true;
    }

    private Answer earlier(Key key, Request asked) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var kept = store.find(key);
            if (kept.isPresent() && !kept.get().request().isSameAs(asked)) {
                throw Unprocessable.of(HEADER, "STATE", "This key was used for another request.");
            }
            var answer = kept.isPresent() ? kept.get().answer() : null;
            if (answer != null) return answer;
            if (kept.isEmpty() || System.nanoTime() > end) {
                throw new Conflict("STATE", "A request with this key has begun and is not answered yet.");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private void replay(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        if (answer.location() != null) response.setHeader(HttpHeaders.LOCATION, answer.location());
        if (answer.contentType() != null) response.setContentType(answer.contentType());
        response.getOutputStream().write(keyring.open(answer.body()).getBytes(ISO_8859_1));
    }
}
