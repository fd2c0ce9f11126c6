package dev.holdfast.portal.web;

import dev.holdfast.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What a door refuses, as a page: what was refused, by which rule, and what to do. */
@ControllerAdvice(basePackageClasses = RefusalPages.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalPages {

    private final Frames frames;

    RefusalPages(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler
    ModelAndView refused(Refusal refusal, HttpServletRequest request) {
        var page = ErrorPage.of(refusal.status()).saying(refusal.detail());
        return ErrorPages.view(frames.of(request, Viewers.current()), page);
    }
}
