package dev.holdfast.access;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.holdfast.http.Forbidden;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: an account, by a session or by a token. Everybody downstream decides by this and by nothing else.
 *
 * @param person the person whose account or token it is; null for automation
 * @param tokenTeam the team that the token may change things of; null for any, or for a session
 */
public record Viewer(
        String account,
        @Nullable String person,
        Set<String> roles,
        Set<String> teams,
        Set<Scope> scopes,
        @Nullable String tokenTeam,
        @Nullable String tokenName) {

    public Viewer {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        scopes = Set.copyOf(scopes);
    }

    /** As what they do is recorded: {@code ann} or {@code token:ci}. */
    public String by() {
        if (tokenName == null) {
            return person == null ? account : person;
        }
        return person == null ? "token:" + tokenName : person;
    }

    /** Whose something is that was left here for later: a token's is its own, as a person's is. */
    public String holder() {
        return account + (tokenName == null ? "" : " token:" + tokenName) + (tokenTeam == null ? "" : " team:" + tokenTeam);
    }

    @JsonIgnore
    public boolean isAdmin() {
        return tokenName == null ? roles.contains("admin") : scopes.contains(Scope.ADMIN);
    }

    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }

    /** @throws Forbidden where it may not */
    public void demand(Scope scope) {
        if (!may(scope)) {
            throw new Forbidden("This needs the scope " + scope + ".");
        }
    }
}
