package dev.holdfast.portal.web;

import dev.holdfast.access.Accounts;
import dev.holdfast.access.Accounts.SignIn;
import dev.holdfast.access.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out. */
@Controller
class SignInPages {

    private final Accounts accounts;
    private final Sessions sessions;

    SignInPages(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    String signIn(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "/") String next, Model model) {
        if (frame.who() != null) return "redirect:" + local(next);
        model.addAllAttributes(Map.of("faults", FormFaults.NONE, "notice", "", "to", local(next)));
        return "portal/signIn";
    }

    @PostMapping("/sign-in")
    Object signIn(@ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> fields, HttpServletRequest request) {
        var name = fields.getOrDefault("account", "").strip();
        var to = local(fields.getOrDefault("next", "/"));
        return switch (accounts.signIn(name, fields.getOrDefault("password", ""), request.getRemoteAddr())) {
            case SignIn.Welcome(var account) -> redirect(to, sessions.begin(account, request));
            case SignIn.Wrong() -> again(frame, to, name, "This account and this password do not belong together.");
            case SignIn.TooOften() -> again(frame, to, name, "Too many attempts. Wait a quarter of an hour, then try again.");
        };
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        return redirect("/sign-in", sessions.end(request));
    }

    private static ModelAndView again(Frame frame, String to, String name, String message) {
        var faults = FormFaults.of("account", message, Map.of("account", name));
        var view = new ModelAndView("portal/signIn", Map.of("frame", frame, "faults", faults, "notice", "", "to", to));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    static ResponseEntity<Void> redirect(String to, ResponseCookie cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(URI.create(to))
                .build();
    }

    /** Only a path of ours: nobody is sent elsewhere by a link to sign in. */
    static String local(String to) {
        return to.matches("/[A-Za-z0-9][A-Za-z0-9/_.?&=%+-]*") ? to : "/";
    }
}
