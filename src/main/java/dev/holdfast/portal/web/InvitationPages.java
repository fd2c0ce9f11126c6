package dev.holdfast.portal.web;

import dev.holdfast.access.Account;
import dev.holdfast.access.Accounts;
import dev.holdfast.access.Sessions;
import dev.holdfast.http.Gone;
import dev.holdfast.http.Unprocessable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The links that let in once: the first administrator's, and those of invited people. Opening one changes nothing. */
@Controller
class InvitationPages {

    private final Accounts accounts;
    private final Sessions sessions;

    InvitationPages(Accounts accounts, Sessions sessions) {
        this.accounts = accounts;
        this.sessions = sessions;
    }

    @GetMapping("/welcome/{secret}")
    ModelAndView welcome(@ModelAttribute("frame") Frame frame, @PathVariable String secret) {
        if (invited(secret).isPresent()) throw new Gone("This is the link of an invitation, not of the first administrator.");
        return view(frame, administrator(secret, "", FormFaults.NONE), HttpStatus.OK);
    }

    @PostMapping("/welcome/{secret}")
    Object welcome(
            @ModelAttribute("frame") Frame frame, @PathVariable String secret, @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        try {
            var account = accounts.becomeAdministrator(
                    secret, fields.getOrDefault("name", "").strip(), fields.getOrDefault("displayName", ""), fields.getOrDefault("password", ""));
            return signedIn(account, "/account", request);
        } catch (Unprocessable refused) {
            var faults = FormFaults.of(refused, new Form(fields).typed());
            return view(frame, administrator(secret, faults.typed("name"), faults), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/invitations/{secret}")
    ModelAndView invitation(@ModelAttribute("frame") Frame frame, @PathVariable String secret) {
        var person = invited(secret).orElseThrow(() -> new Gone("This is not the link of an invitation."));
        return view(frame, person(secret, person, FormFaults.NONE), HttpStatus.OK);
    }

    @PostMapping("/invitations/{secret}")
    Object invitation(
            @ModelAttribute("frame") Frame frame, @PathVariable String secret, @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        try {
            var account = accounts.accept(secret, fields.getOrDefault("displayName", ""), fields.getOrDefault("password", ""));
            return signedIn(account, "/", request);
        } catch (Unprocessable refused) {
            var person = invited(secret).orElse("");
            var faults = FormFaults.of(refused, new Form(fields).typed());
            return view(frame, person(secret, person, faults), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The person whom the link lets in; empty for the first administrator. */
    private Optional<String> invited(String secret) {
        var whom = accounts.invited(secret).orElseThrow(() -> new Gone("It was used already, or its time is over."));
        return Optional.of(whom).filter(name -> !name.isEmpty());
    }

    private Object signedIn(Account account, String to, HttpServletRequest request) {
        return SignInPages.redirect(to, sessions.begin(account, request));
    }

    private static InvitationPage administrator(String secret, String name, FormFaults faults) {
        return new InvitationPage(
                "Make the administrator", "This link works once. The account that it makes administers Holdfast and invites others.",
                "/welcome/" + secret, name, false, faults);
    }

    private static InvitationPage person(String secret, String person, FormFaults faults) {
        return new InvitationPage(
                "Welcome to Holdfast", "This link works once. It gives you an account, or a new password for the one that you have.",
                "/invitations/" + secret, person, true, faults);
    }

    private static ModelAndView view(Frame frame, InvitationPage page, HttpStatus status) {
        var view = new ModelAndView("portal/invitation", Map.of("frame", frame, "page", page));
        view.setStatus(status);
        return view;
    }
}
