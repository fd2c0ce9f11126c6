package dev.holdfast.subscriptions.web;

import dev.holdfast.subscriptions.Subscription;
import dev.holdfast.subscriptions.Subscriptions;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The address in every message: looking changes nothing, the buttons confirm the subscription or end it. */
@Controller
class ReaderController {

    private final Subscriptions subscriptions;

    ReaderController(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping("/t/subscriptions/{id}/{token}")
    ModelAndView show(@PathVariable String id, @PathVariable String token) {
        return page(subscriptions.read(id, token).map(found -> ReaderPage.of(found, "/t/subscriptions/" + id + "/" + token)));
    }

    @PostMapping("/t/subscriptions/{id}/{token}/confirm")
    ModelAndView confirm(@PathVariable String id, @PathVariable String token) {
        return page(subscriptions.confirm(id, token).map(ReaderPage::confirmed));
    }

    @PostMapping("/t/subscriptions/{id}/{token}/end")
    ModelAndView end(@PathVariable String id, @PathVariable String token) {
        Optional<Subscription> found = subscriptions.read(id, token);
        subscriptions.end(id, token);
        return page(found.map(ReaderPage::ended));
    }

    private static ModelAndView page(Optional<ReaderPage> page) {
        var view = new ModelAndView("subscriptions/reader", page.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        view.addObject("page", page.orElseGet(ReaderPage::unknown));
        return view;
    }
}
