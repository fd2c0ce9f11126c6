package dev.holdfast.access;

import dev.holdfast.http.BaseUrl;
import dev.holdfast.keys.Secrets;
import dev.holdfast.keys.Sha256;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.WebUtils;

/** Browsers that are signed in: a random cookie, kept as its hash; twelve hours idle or a week end it, a day where it began at a provider. */
@Service
public class Sessions {

    private static final Duration LONGEST = Duration.ofDays(7);
    /** What groups give is read at sign-in: who lost it keeps it no longer than this. */
    private static final Duration LONGEST_BY_A_PROVIDER = Duration.ofHours(24);
    private static final Duration IDLE = Duration.ofHours(12);

    private final AccountStore store;
    private final SignInSettings settings;
    private final BaseUrl baseUrl;
    private final Clock clock;

    Sessions(AccountStore store, SignInSettings settings, BaseUrl baseUrl, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.baseUrl = baseUrl;
        this.clock = clock;
    }

    /** The provider at which a session began, what its groups gave, and its ID token, sealed. */
    record Origin(String issuer, Grants grants, byte[] idToken) {}

    /** Whose session it is. */
    record Signed(Account account, @Nullable String issuer, Grants grants) {}

    /** Begins a session for an account, whatever the browser had before; answers the cookie to set. */
    @Transactional
    public ResponseCookie begin(Account account, HttpServletRequest request) {
        return begin(account, request, null);
    }

    @Transactional
    ResponseCookie begin(Account account, HttpServletRequest request, @Nullable Origin origin) {
        secret(request).ifPresent(old -> store.deleteSession(Sha256.of(old)));
        var secret = Secrets.fresh();
        store.insertSession(Sha256.of(secret), account.name(), origin, clock.instant());
        return cookie(secret, origin == null ? LONGEST : LONGEST_BY_A_PROVIDER);
    }

    /** Ends the browser's session; answers the cookie that removes it. */
    @Transactional
    public ResponseCookie end(HttpServletRequest request) {
        secret(request).ifPresent(old -> store.deleteSession(Sha256.of(old)));
        return cookie("", Duration.ZERO);
    }

    Optional<Signed> signed(String secret) {
        var now = clock.instant();
        return store.ofSession(Sha256.of(secret), now, now.minus(LONGEST), now.minus(LONGEST_BY_A_PROVIDER), now.minus(IDLE))
                .filter(it -> settings.accepts(it.issuer()));
    }

    Optional<byte[]> providerToken(HttpServletRequest request) {
        return secret(request).flatMap(secret -> store.providerToken(Sha256.of(secret)));
    }

    Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name())).map(Cookie::getValue).filter(value -> !value.isEmpty());
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    void forgetOld() {
        var now = clock.instant();
        store.deleteSessionsBefore(now.minus(LONGEST), now.minus(IDLE));
        store.forgetFailures(now.minus(LONGEST));
    }

    ResponseCookie cookie(String value, Duration age) {
        return named(name(), value, age);
    }

    ResponseCookie named(String name, String value, Duration age) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(baseUrl.isProtected())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
    }

    /** With the prefix that browsers honour, where the connection is protected. */
    String name() {
        return prefixed("holdfast");
    }

    String prefixed(String name) {
        return baseUrl.isProtected() ? "__Host-" + name : name;
    }
}
