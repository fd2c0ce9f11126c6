package dev.holdfast.portal.web;

import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: how the portal looks, one's tokens, and for administrators the people they invite. */
@Controller
class AccountPages {

    private static final Set<String> DAYS = Set.of("30", "90", "365");
    private static final Duration THEME_LASTS = Duration.ofDays(400);

    private final AccountSheet sheet;
    private final Tokens tokens;
    private final Accounts accounts;
    private final BaseUrl baseUrl;
    private final Clock clock;

    AccountPages(AccountSheet sheet, Tokens tokens, Accounts accounts, BaseUrl baseUrl, Clock clock) {
        this.sheet = sheet;
        this.tokens = tokens;
        this.accounts = accounts;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    @GetMapping("/account")
    String account(@ModelAttribute("frame") Frame frame, Viewer viewer, Model model) {
        model.addAttribute("page", sheet.page(frame, viewer, AccountSheet.Fresh.NOTHING, FormFaults.NONE));
        return "portal/account";
    }

    @PostMapping("/account/theme")
    ResponseEntity<Void> theme(@RequestParam(defaultValue = "") String is, @RequestParam(defaultValue = "/account") String next) {
        var chosen = is.equals("light") || is.equals("dark");
        var cookie = ResponseCookie.from(Frames.THEME, chosen ? is : "").path("/").sameSite("Lax").httpOnly(true)
                .secure(baseUrl.isProtected()).maxAge(chosen ? THEME_LASTS : Duration.ZERO).build();
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.SET_COOKIE, cookie.toString())
                .location(URI.create(SignInPages.local(next)))
                .build();
    }

    @PostMapping("/account/tokens")
    String make(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam MultiValueMap<String, String> fields, Model model) {
        var form = new Form(fields.toSingleValueMap());
        try {
            var made = tokens.make(wanted(form, fields.getOrDefault("scopes", List.of()), viewer, frame.time()), viewer);
            model.addAttribute("page", sheet.page(frame, viewer, AccountSheet.Fresh.token(made.secret()), FormFaults.NONE));
        } catch (Unprocessable refused) {
            model.addAttribute("page", sheet.page(frame, viewer, AccountSheet.Fresh.NOTHING, FormFaults.of(refused, form.typed())));
        }
        return "portal/account";
    }

    /** A token may do no more than the one who makes it, and acts in their name. */
    private Tokens.Wanted wanted(Form form, List<String> scopes, Viewer viewer, ReaderTime time) {
        var name = form.required("name", "Give the token a name, so that you know it later");
        var chosen = viewer.scopes().stream().filter(scope -> scopes.contains(scope.toString())).collect(Collectors.toSet());
        if (chosen.isEmpty()) throw Unprocessable.of("scopes", "REQUIRED", "Choose what the token may do");
        if (chosen.contains(Scope.ADMIN) && !viewer.isAdmin()) throw new Forbidden("Only an administrator makes a token that administers.");
        var days = form.fields().getOrDefault("days", "90");
        var lasts = Duration.ofDays(DAYS.contains(days) ? Long.parseLong(days) : 90);
        return new Tokens.Wanted(name, chosen, sheet.team(form.text("team"), time), viewer.person(), clock.instant().plus(lasts));
    }

    @PostMapping("/account/tokens/{id}/end")
    String end(Viewer viewer, @PathVariable String id) {
        var mine = tokens.list(viewer.account(), null, AccountSheet.MOST).stream().anyMatch(token -> token.id().equals(id));
        if (!mine) throw new NotFound("You have no such token.");
        tokens.end(id, viewer);
        return "redirect:/account";
    }

    @PostMapping("/account/invitations")
    String invite(@ModelAttribute("frame") Frame frame, Viewer viewer, @RequestParam Map<String, String> fields, Model model) {
        if (!viewer.isAdmin()) throw new Forbidden("Only an administrator invites people.");
        var form = new Form(fields);
        try {
            var person = sheet.person(form.required("person", "Choose a person"), frame.time());
            var link = baseUrl.of("/invitations/" + accounts.invite(person, viewer)).toString();
            model.addAttribute("page", sheet.page(frame, viewer, AccountSheet.Fresh.invitation(link), FormFaults.NONE));
        } catch (Unprocessable refused) {
            model.addAttribute("page", sheet.page(frame, viewer, AccountSheet.Fresh.NOTHING, FormFaults.of(refused, form.typed())));
        }
        return "portal/account";
    }
}
