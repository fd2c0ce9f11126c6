package dev.holdfast.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers programs with problems (RFC 9457), whatever went wrong on the way. Pages are left to those who show them: for
 * them this resolver stands aside.
 */
@Component
public class Problems implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    /** Whether a program asks, which is answered by a problem, rather than a person, who is answered by a page. */
    public static boolean isForPrograms(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/v2/")
                || path.startsWith("/hooks/")
                || path.startsWith("/opsgenie/")
                || path.startsWith("/actuator/")
                || path.equals("/openapi.json");
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!isForPrograms(request)) return null;
        if (response.isCommitted() || Failures.isGoneClient(failure)) return new ModelAndView();
        var problem = Failures.problem(failure, response);
        if (problem.status() == 500) LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        write(response, problem);
        return new ModelAndView();
    }

    /** Before everybody else. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    public void write(HttpServletResponse response, Refusal refusal) {
        write(response, Problem.of(refusal));
    }

    public void write(HttpServletResponse response, int status, String detail) {
        write(response, Problem.of(status, detail));
    }

    private void write(HttpServletResponse response, Problem problem) {
        try {
            var body = json.writeValueAsBytes(problem.body());
            response.resetBuffer();
            response.setStatus(problem.status());
            if (problem.retryAfter() != null) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "" + Math.max(1, problem.retryAfter().toSeconds()));
            }
            response.setContentType("application/problem+json");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        } catch (IOException gone) {
            LOG.debug("Nobody waits for the answer any more", gone);
        }
    }
}
