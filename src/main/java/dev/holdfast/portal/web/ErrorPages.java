package dev.holdfast.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Every other failure that a browser sees, as a page of ours. */
@Component
class ErrorPages implements ErrorViewResolver {

    private final Frames frames;

    ErrorPages(Frames frames) {
        this.frames = frames;
    }

    @Override
    public ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        return view(frame(request), ErrorPage.of(status.value()));
    }

    static ModelAndView view(Frame frame, ErrorPage page) {
        var view = new ModelAndView("portal/error", Map.of("frame", frame, "page", page));
        view.setStatus(HttpStatusCode.valueOf(page.status()));
        return view;
    }

    /** A failure that keeps us from reading anything still gets its page. */
    private Frame frame(HttpServletRequest request) {
        try {
            return frames.of(request, Viewers.current());
        } catch (RuntimeException alsoBroken) {
            return frames.bare(request);
        }
    }
}
