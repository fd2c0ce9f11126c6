package dev.holdfast.portal.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where one begins: at what is wrong now. */
@Controller
class HomePages {

    @GetMapping("/")
    String home() {
        return "redirect:/incidents";
    }
}
