package dev.holdfast.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Gives a refused page its status, where nobody showed it otherwise; the error page is the portal's. */
@Component
class RefusedPages implements HandlerExceptionResolver, Ordered {

    private static final int AFTER_THE_CONTROLLERS_OWN = 1;

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted()) return null;
        var problem = Failures.problem(failure, response);
        if (problem.status() == 500) return null;
        try {
            if (problem.retryAfter() != null) {
                response.setHeader(HttpHeaders.RETRY_AFTER, "" + problem.retryAfter().toSeconds());
            }
            response.sendError(problem.status());
            return new ModelAndView();
        } catch (IOException gone) {
            return null;
        }
    }

    @Override
    public int getOrder() {
        return AFTER_THE_CONTROLLERS_OWN;
    }
}
