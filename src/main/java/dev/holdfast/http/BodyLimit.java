package dev.holdfast.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Cuts what is sent to the API and to forms; a catalogue file and a list of the past may be larger. The doors of other people's tools read
 * their bodies themselves, each up to its own limit.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class BodyLimit extends OncePerRequestFilter {

    private static final int ONE_MEGABYTE = 1024 * 1024;
    private static final int CATALOGUE = 16 * ONE_MEGABYTE;
    private static final int HISTORY = 32 * ONE_MEGABYTE;

    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return request.getMethod().equals("GET")
                || path.startsWith("/v2/")
                || path.startsWith("/hooks/")
                || path.startsWith("/opsgenie/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var most = most(request.getRequestURI());
        if (request.getContentLengthLong() <= most) {
            chain.doFilter(new Limited(request, most), response);
        } else if (Problems.isForPrograms(request)) {
            problems.write(response, new TooLarge(most));
        } else {
            response.sendError(413);
        }
    }

    private static int most(String path) {
        return switch (path) {
            case "/api/v1/catalogue/apply" -> CATALOGUE;
            case "/catalogue/import" -> CATALOGUE + ONE_MEGABYTE;
            case "/imports" -> HISTORY + ONE_MEGABYTE;
            default -> path.startsWith("/api/v1/imports/") ? HISTORY : ONE_MEGABYTE;
        };
    }

    /** Counts what is read, for a body that does not say how long it is. */
    private static final class Limited extends HttpServletRequestWrapper {

        private final int most;

        Limited(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), most);
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final int most;
        private long read;

        Counted(ServletInputStream body, int most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            if (next >= 0) count(1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var bytes = body.read(into, from, length);
            if (bytes > 0) count(bytes);
            return bytes;
        }

        private void count(int bytes) {
            read += bytes;
            if (read > most) throw new TooLarge(most);
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
