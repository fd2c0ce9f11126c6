package dev.holdfast.portal.web;

import dev.holdfast.access.Accounts;
import dev.holdfast.access.Accounts.SignIn;
import dev.holdfast.access.Oidc;
import dev.holdfast.access.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out. */
@Controller
class SignInPages {

    private final Accounts accounts;
    private final Oidc oidc;
    private final Sessions sessions;

    SignInPages(Accounts accounts, Oidc oidc, Sessions sessions) {
        this.accounts = accounts;
        this.oidc = oidc;
        this.sessions = sessions;
    }

    @GetMapping("/sign-in")
    ModelAndView signIn(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "/") String next) {
        if (frame.who() != null) return new ModelAndView("redirect:" + local(next));
        return view(frame, page(FormFaults.NONE, "", local(next)), HttpStatus.OK);
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

    @GetMapping("/sign-in/oidc")
    Object depart(@ModelAttribute("frame") Frame frame, @RequestParam(defaultValue = "/") String next) {
        return switch (oidc.depart(local(next))) {
            case Oidc.Departure.To(var address, var cookie) -> redirect(address.toString(), cookie);
            case Oidc.Departure.Away() -> view(frame, page(FormFaults.NONE, "", local(next)), HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    @GetMapping("/sign-in/oidc/return")
    Object arrive(
            @ModelAttribute("frame") Frame frame, @RequestParam Map<String, String> answer, HttpServletRequest request,
            HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, oidc.forget().toString());
        return switch (oidc.arrive(answer, request)) {
            case Oidc.Arrival.Welcome(var next, var session) -> redirect(local(next), session);
            case Oidc.Arrival.Refused(var words) -> view(frame, page(FormFaults.NONE, words, "/"), HttpStatus.FORBIDDEN);
            case Oidc.Arrival.Away() -> view(frame, page(FormFaults.NONE, "", "/"), HttpStatus.SERVICE_UNAVAILABLE);
        };
    }

    @PostMapping("/sign-out")
    Object signOut(@ModelAttribute("frame") Frame frame, HttpServletRequest request, HttpServletResponse response) {
        var elsewhere = oidc.endOfSession(request);
        var gone = sessions.end(request);
        var offer = oidc.offer();
        if (elsewhere.isEmpty() || offer.isEmpty()) return redirect("/sign-in", gone);
        response.addHeader(HttpHeaders.SET_COOKIE, gone.toString());
        var page = new SignedOutPage(offer.get().name(), elsewhere.get().toString());
        return new ModelAndView("portal/signedOut", Map.of("frame", frame, "page", page));
    }

    private SignInPage page(FormFaults faults, String notice, String to) {
        return new SignInPage(faults, notice, to, accounts.areLocal(), SignInPage.provider(oidc.offer(), to));
    }

    private ModelAndView again(Frame frame, String to, String name, String message) {
        var faults = FormFaults.of("account", message, Map.of("account", name));
        return view(frame, page(faults, "", to), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView view(Frame frame, SignInPage page, HttpStatus status) {
        var view = new ModelAndView("portal/signIn", Map.of("frame", frame, "page", page));
        view.setStatus(status);
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
