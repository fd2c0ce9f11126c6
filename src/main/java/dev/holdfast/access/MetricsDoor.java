package dev.holdfast.access;

import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Metrics are for who may see them. */
final class MetricsDoor extends OncePerRequestFilter {

    private final Problems problems;

    MetricsDoor(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Viewer viewer && viewer.may(Scope.METRICS)) {
            chain.doFilter(request, response);
        } else {
            problems.write(response, new Forbidden("This needs the scope metrics."));
        }
    }
}
