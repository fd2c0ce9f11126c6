package dev.holdfast.access;

import dev.holdfast.keys.Secrets;
import dev.holdfast.keys.Sha256;
import dev.holdfast.ledger.Ledger;
import dev.holdfast.quantities.TimeOrdered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** API tokens: shown once, kept as hashes, ended at once. */
@Service
public class Tokens {

    private static final String PREFIX = "hf_";
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final TokenStore store;
    private final Ledger ledger;
    private final Clock clock;

    Tokens(TokenStore store, Ledger ledger, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** A token that was just made, with the secret that is shown this once. */
    public record Made(Token token, String secret) {}

    /** What a token is to be. */
    public record Wanted(
            String name, Set<Scope> scopes, @Nullable String team, @Nullable String person, @Nullable Instant expiresAt) {}

    @Transactional
    public Made make(Wanted wanted, Viewer by) {
        var secret = PREFIX + Secrets.fresh();
        var token = keep(wanted, secret, by.account(), by.by());
        ledger.record(by.by(), "make-token", "token/" + token.id(), null, token);
        return new Made(token, secret);
    }

    /** The token of the environment, whose value the operator chose. */
    @Transactional
    void keepAutomation(String secret) {
        var wanted = new Wanted("admin", Set.of(Scope.values()), null, null, null);
        keep(wanted, secret, Accounts.AUTOMATION, "environment");
    }

    @Transactional
    public boolean end(String id, Viewer by) {
        var ended = store.revoke(id, clock.instant());
        if (ended) {
            ledger.record(by.by(), "end-token", "token/" + id, Map.of("id", id), null);
        }
        return ended;
    }

    public Optional<Token> find(String id) {
        return store.find(id);
    }

    /** Of one account, or of all where none is named. */
    public List<Token> list(@Nullable String account, @Nullable String after, int most) {
        return store.list(account, after, most);
    }

    Optional<TokenStore.Held> live(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var held = store.findLive(Sha256.of(secret), now);
        held.map(TokenStore.Held::token)
                .filter(token -> token.lastUsedAt() == null || token.lastUsedAt().isBefore(now.minus(USE_NOTED_EVERY)))
                .ifPresent(token -> store.used(token.id(), now));
        return held;
    }

    private Token keep(Wanted wanted, String secret, String account, String by) {
        var now = clock.instant();
        var token = new Token(
                TimeOrdered.id(now).toString(), wanted.name(), wanted.scopes(), wanted.team(), wanted.person(), by, now, wanted.expiresAt(), null);
        store.insert(token, account, Sha256.of(secret));
        return token;
    }
}
