package dev.holdfast.access;

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

    Entrance(Tokens tokens, Sessions sessions, ObjectProvider<Standings> standings, Clock clock) {
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
        viewer(request).ifPresent(viewer -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new UsernamePasswordAuthenticationToken(viewer, null, List.of()));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
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
        return sessions.secret(request).flatMap(sessions::account).map(this::bySession);
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

    private Viewer bySession(Account account) {
        var standing = standing(account.person());
        var roles = new HashSet<>(standing.roles());
        if (account.administrator()) {
            roles.add("admin");
        }
        var scopes = EnumSet.allOf(Scope.class);
        if (!roles.contains("admin")) {
            scopes.remove(Scope.ADMIN);
        }
        return new Viewer(account.name(), account.person(), roles, standing.teams(), scopes, null, null);
    }

    private Standings.Standing standing(@org.jspecify.annotations.Nullable String person) {
        var known = standings.getIfAvailable();
        return person == null || known == null
                ? new Standings.Standing(Set.of(), Set.of(), "")
                : known.of(person, clock.instant());
    }
}
