package dev.holdfast.access;

import dev.holdfast.http.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks, by a bearer token or by a session's cookie. Who is neither goes on as nobody. */
final class Entrance extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Sessions sessions;
    private final ObjectProvider<Standings> standings;
    private final Clock clock;
    private final Problems problems;

    Entrance(
            Tokens tokens, Sessions sessions, ObjectProvider<Standings> standings, Clock clock, Problems problems) {
        this.problems = problems;
        this.tokens = tokens;
        this.sessions = sessions;
        this.standings = standings;
        this.clock = clock;
    }

    /** Whether it brings a token: such a request carries no cookie that somebody could ride on. */
    static boolean hasToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Viewer> known;
        try {
            known = viewer(request);
        } catch (RuntimeException unreachable) {
            refuse(request, response, chain, unreachable);
            return;
        }
        known.ifPresent(viewer -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new UsernamePasswordAuthenticationToken(viewer, null, List.of()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    /** Without its database nobody is known; the page that says so is shown to anybody. */
    private void refuse(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, RuntimeException unreachable)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(request, response);
        } else if (problems.resolveException(request, response, null, unreachable) == null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "2");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private Optional<Viewer> viewer(HttpServletRequest request) {
        if (hasToken(request)) {
            var secret = request.getHeader(HttpHeaders.AUTHORIZATION).substring(BEARER.length()).strip();
            return tokens.live(secret).map(this::byToken);
        }
        return sessions.secret(request).flatMap(sessions::signed).flatMap(this::bySession);
    }

    private Viewer byToken(TokenStore.Held held) {
        var token = held.token();
        var standing = standing(token.person());
        var teams = new HashSet<>(standing.teams());
        if (token.team() != null) {
            teams.add(token.team());
        }
        return new Viewer(held.account(), token.person(), standing.roles(), teams, token.scopes(), token.team(), token.name());
    }

    /** What the catalogue says of the person, and what the provider's groups gave. Who has left is nobody. */
    private Optional<Viewer> bySession(Sessions.Signed signed) {
        var account = signed.account();
        if (hasLeft(account.person())) return Optional.empty();
        var standing = standing(account.person());
        var roles = new HashSet<>(standing.roles());
        roles.addAll(signed.grants().roles());
        var teams = new HashSet<>(standing.teams());
        teams.addAll(signed.grants().teams());
        if (account.administrator()) {
            roles.add("admin");
        }
        var scopes = EnumSet.allOf(Scope.class);
        if (!roles.contains("admin")) {
            scopes.removeAll(EnumSet.of(Scope.ADMIN, Scope.PAY, Scope.METRICS));
        }
        return Optional.of(new Viewer(account.name(), account.person(), roles, teams, scopes, null, null));
    }

    private boolean hasLeft(@Nullable String person) {
        var known = standings.getIfAvailable();
        return person != null && known != null && known.hasLeft(person, clock.instant());
    }

    private Standings.Standing standing(@Nullable String person) {
        var known = standings.getIfAvailable();
        return person == null || known == null
                ? new Standings.Standing(Set.of(), Set.of(), "")
                : known.of(person, clock.instant());
    }
}
