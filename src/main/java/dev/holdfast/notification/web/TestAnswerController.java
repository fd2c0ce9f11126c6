package dev.holdfast.notification.web;

import dev.holdfast.notification.TestPages;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The link of a test page: looking changes nothing, the button says that the page arrived. */
@Controller
class TestAnswerController {

    private final TestPages tests;

    TestAnswerController(TestPages tests) {
        this.tests = tests;
    }

    @GetMapping("/t/{token}")
    ModelAndView show(@PathVariable String token) {
        return page(tests.open(token));
    }

    @PostMapping("/t/{token}")
    ModelAndView answer(@PathVariable String token) {
        return page(tests.answer(token));
    }

    private static ModelAndView page(Optional<TestPages.Answer> answer) {
        var view = new ModelAndView("notification/test", answer.isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND);
        view.addObject("page", answer.map(TestAnswerPage::of).orElseGet(TestAnswerPage::unknown));
        return view;
    }
}
