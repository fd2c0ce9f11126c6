package dev.holdfast.access.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Token;
import dev.holdfast.access.Tokens;
import dev.holdfast.access.Viewer;
import dev.holdfast.http.Cursor;
import dev.holdfast.http.Fault;
import dev.holdfast.http.Forbidden;
import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import dev.holdfast.http.NotFound;
import dev.holdfast.http.Unprocessable;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API tokens. Administrators make any; a person signed in makes and ends their own, with no more than they may. */
@RestController
@RequestMapping("/api/v1/tokens")
class TokensController {

    private final Tokens tokens;
    private final Clock clock;

    TokensController(Tokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    record Body(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable String team,
            @Nullable String person,
            @Nullable Instant expiresAt) {}

    @PostMapping
    ResponseEntity<Map<String, @Nullable Object>> make(Viewer viewer, @RequestBody Body body) {
        var wanted = wanted(body);
        demandMayMake(viewer, wanted);
        var made = tokens.make(wanted, viewer);
        var json = json(made.token());
        json.put("token", made.secret());
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + made.token().id())).body(json);
    }

    @GetMapping
    Listing<Map<String, @Nullable Object>> list(
            Viewer viewer,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        demandAdministratorsToken(viewer);
        var most = Limit.of(limit);
        var account = viewer.isAdmin() ? null : viewer.account();
        return Listing.cut(tokens.list(account, Cursor.decode(cursor).orElse(null), most.andOne()), most, Token::id)
                .map(TokensController::json);
    }

    @DeleteMapping("/{id}")
    ResponseEntity<Void> end(Viewer viewer, @PathVariable String id) {
        demandAdministratorsToken(viewer);
        var token = tokens.find(id)
                .filter(it -> viewer.isAdmin() || it.createdBy().equals(viewer.by()))
                .orElseThrow(() -> new NotFound("There is no token " + id + "."));
        tokens.end(token.id(), viewer);
        return ResponseEntity.noContent().build();
    }

    /** A program sees and ends tokens only as an administrator; a person sees and ends their own. */
    private static void demandAdministratorsToken(Viewer viewer) {
        if (viewer.tokenName() != null) {
            viewer.demand(Scope.ADMIN);
        }
    }

    private Tokens.Wanted wanted(Body body) {
        var faults = new ArrayList<Fault>();
        if (body.name() == null || body.name().isBlank() || body.name().length() > 100) {
            faults.add(Fault.at("name", "REQUIRED", "A token has a name, at most 100 characters."));
        }
        var scopes = scopes(body.scopes(), faults);
        if (body.expiresAt() != null && !body.expiresAt().isAfter(clock.instant())) {
            faults.add(Fault.at("expiresAt", "OUT_OF_RANGE", "A token expires in the future."));
        }
        if (!faults.isEmpty()) {
            throw new Unprocessable(faults);
        }
        return new Tokens.Wanted(String.valueOf(body.name()).strip(), scopes, body.team(), body.person(), body.expiresAt());
    }

    private static Set<Scope> scopes(@Nullable List<String> words, List<Fault> faults) {
        var scopes = new TreeSet<Scope>();
        if (words == null || words.isEmpty()) {
            faults.add(Fault.at("scopes", "REQUIRED", "A token has one scope at least."));
            return scopes;
        }
        for (int i = 0; i < words.size(); i++) {
            try {
                scopes.add(Scope.valueOf(String.valueOf(words.get(i)).toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                faults.add(Fault.at("scopes[" + i + "]", "UNKNOWN_VALUE", "“" + words.get(i) + "” is no scope."));
            }
        }
        return scopes;
    }

    private static void demandMayMake(Viewer viewer, Tokens.Wanted wanted) {
        if (viewer.isAdmin()) {
            return;
        }
        var own = viewer.tokenName() == null && viewer.person() != null && viewer.person().equals(wanted.person());
        if (!own || !viewer.scopes().containsAll(wanted.scopes()) || (wanted.team() != null && !viewer.teams().contains(wanted.team()))) {
            throw new Forbidden("Only administrators make tokens that are not their own, or that may do more than they may.");
        }
    }

    private static Map<String, @Nullable Object> json(Token token) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", token.id());
        json.put("name", token.name());
        json.put("scopes", token.scopes());
        json.put("team", token.team());
        json.put("person", token.person());
        json.put("createdBy", token.createdBy());
        json.put("createdAt", token.createdAt());
        json.put("expiresAt", token.expiresAt());
        json.put("lastUsedAt", token.lastUsedAt());
        return json;
    }
}
