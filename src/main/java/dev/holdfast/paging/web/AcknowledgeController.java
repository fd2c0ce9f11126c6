package dev.holdfast.paging.web;

import dev.holdfast.paging.Links;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The link by which somebody acknowledges without signing in: looking changes nothing, the button does. */
@Controller
class AcknowledgeController {

    private final Links links;

    AcknowledgeController(Links links) {
        this.links = links;
    }

    @GetMapping("/a/{token}")
    ModelAndView show(@PathVariable String token) {
        return page(links.open(token));
    }

    /**
     * Somebody who cannot lets the next be called; the answer is where they were, so that loading it again says nothing twice.
     * The parameter is no condition of the mapping: such a condition is asked before the path, and so reads the body of every form.
     */
    @PostMapping("/a/{token}")
    ModelAndView answer(@PathVariable String token, @RequestParam(required = false) @Nullable String cannot) {
        if (cannot == null) return page(links.acknowledge(token));
        links.passOn(token);
        return new ModelAndView("redirect:/a/" + token);
    }

    private static ModelAndView page(Links.Opened opened) {
        return switch (opened) {
            case Links.Opened.Open(var asked) -> answer(AcknowledgePage.of(asked), HttpStatus.OK);
            case Links.Opened.Ended(var why) ->
                answer(AcknowledgePage.ended("This link has ended", why), HttpStatus.GONE);
            case Links.Opened.Unknown() ->
                answer(AcknowledgePage.ended("There is no such link", "It was not made here, or it was cut."), HttpStatus.NOT_FOUND);
        };
    }

    private static ModelAndView answer(AcknowledgePage page, HttpStatus status) {
        var view = new ModelAndView("paging/acknowledge", status);
        view.addObject("page", page);
        return view;
    }
}
