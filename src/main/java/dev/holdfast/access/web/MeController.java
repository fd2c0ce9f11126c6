package dev.holdfast.access.web;

import dev.holdfast.access.Accounts;
import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.http.Unprocessable;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who asks, and letting others in. A browser also learns the token that its writes must carry. */
@RestController
class MeController {

    private final Accounts accounts;
    private final BaseUrl baseUrl;

    MeController(Accounts accounts, BaseUrl baseUrl) {
        this.accounts = accounts;
        this.baseUrl = baseUrl;
    }

    @GetMapping("/api/v1/me")
    Map<String, @Nullable Object> me(Viewer viewer, CsrfToken form, HttpServletResponse response) {
        if (viewer.tokenName() == null) {
            response.setHeader(form.getHeaderName(), form.getToken());
        }
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("account", viewer.account());
        json.put("person", viewer.person());
        json.put("roles", new TreeSet<>(viewer.roles()));
        json.put("teams", new TreeSet<>(viewer.teams()));
        json.put("scopes", new TreeSet<>(viewer.scopes()));
        return json;
    }

    record Invitation(@Nullable String person) {}

    @PostMapping("/api/v1/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Map<String, Object> invite(Viewer viewer, @RequestBody Invitation body) {
        viewer.demand(Scope.ADMIN);
        if (body.person() == null || !body.person().matches("[a-z0-9-]{1,63}")) {
            throw Unprocessable.of("person", "REQUIRED", "An invitation is for a person, by name.");
        }
        return Map.of("person", body.person(), "url", baseUrl.of("/invitations/" + accounts.invite(body.person(), viewer)));
    }
}
