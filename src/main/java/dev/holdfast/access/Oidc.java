package dev.holdfast.access;

import dev.holdfast.http.BaseUrl;
import dev.holdfast.keys.Keyring;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.ResponseCookie;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.web.util.WebUtils;

/** Signing in at a provider of OpenID Connect: to it and back (authorisation code with PKCE). */
@Service
public class Oidc {

    private static final Logger LOG = LoggerFactory.getLogger(Oidc.class);
    private static final String COMES_BACK_TO = "/sign-in/oidc/return";
    private static final Duration FAILURES_COUNT_FOR = Duration.ofMinutes(15);
    private static final int FAILURES_FROM_AN_ADDRESS = 50;
    /** No account has such a name. */
    private static final String NOBODY = "(oidc)";

    private final @Nullable Way way;
    private final Identities identities;
    private final AccountStore failures;
    private final Sessions sessions;
    private final Keyring keyring;
    private final BaseUrl baseUrl;
    private final Clock clock;

    private record Way(OidcSettings settings, OidcDiscovery discovery, OidcProvider provider) {}

    Oidc(SignInSettings settings, Identities identities, AccountStore failures, Sessions sessions, Keyring keyring, BaseUrl baseUrl, Clock clock) {
        this.identities = identities;
        this.failures = failures;
        this.sessions = sessions;
        this.keyring = keyring;
        this.baseUrl = baseUrl;
        this.clock = clock;
        var oidc = settings.oidc();
        this.way = oidc == null ? null : way(oidc, baseUrl, clock);
    }

    private static Way way(OidcSettings settings, BaseUrl baseUrl, Clock clock) {
        var discovery = new OidcDiscovery(settings, clock);
        return new Way(settings, discovery, new OidcProvider(settings, discovery, baseUrl.of(COMES_BACK_TO)));
    }

    /** The provider as a button: its name, and whether it answered when it was last asked. */
    public record Offer(String name, boolean answers) {}

    /** Where a browser goes, with the cookie that it brings back; or that the provider is away. */
    public sealed interface Departure {
        record To(URI address, ResponseCookie cookie) implements Departure {}

        record Away() implements Departure {}
    }

    /** What came of it. Whatever it is, the attempt is over. */
    public sealed interface Arrival {
        record Welcome(String next, ResponseCookie session) implements Arrival {}

        record Refused(String words) implements Arrival {}

        record Away() implements Arrival {}
    }

    /** Empty where no provider is set up. */
    public Optional<Offer> offer() {
        return Optional.ofNullable(way).map(it -> new Offer(it.settings().name(), it.discovery().answers()));
    }

    /** @param next a path of ours to go on to */
    public Departure depart(String next) {
        var way = this.way;
        if (way == null) return new Departure.Away();
        var attempt = OidcAttempt.begin(next, clock.instant());
        try {
            var cookie = sessions.named(cookie(), attempt.sealed(keyring), OidcAttempt.LASTS);
            return new Departure.To(way.provider().authorisation(attempt), cookie);
        } catch (NotProven away) {
            return new Departure.Away();
        }
    }

    /** @param answer what the provider gave the browser to bring: {@code code} or {@code error}, {@code state}, {@code iss} */
    public Arrival arrive(Map<String, String> answer, HttpServletRequest request) {
        var way = this.way;
        if (way == null) return new Arrival.Away();
        var now = clock.instant();
        var address = request.getRemoteAddr();
        if (failures.failures(NOBODY, address, now.minus(FAILURES_COUNT_FOR)).fromAddress() >= FAILURES_FROM_AN_ADDRESS) {
            return new Arrival.Refused("Too many attempts. Wait a quarter of an hour, then try again.");
        }
        var attempt = attempt(request).filter(it -> it.isAnsweredBy(answer.getOrDefault("state", "")));
        if (attempt.isEmpty()) {
            failures.failed(NOBODY, address, now);
            return new Arrival.Refused("This sign-in was not begun in this browser, or took longer than ten minutes. Try again.");
        }
        try {
            return admitted(way, proven(way, answer, attempt.get()), attempt.get(), request);
        } catch (NotProven why) {
            return refused(way, why, address);
        }
    }

    /** The cookie that ends an attempt. */
    public ResponseCookie forget() {
        return sessions.named(cookie(), "", Duration.ZERO);
    }

    /** Where this browser's session at the provider is ended, if it has begun there. */
    public Optional<URI> endOfSession(HttpServletRequest request) {
        var way = this.way;
        if (way == null) return Optional.empty();
        return sessions.providerToken(request)
                .flatMap(sealed -> way.provider().endOfSession(keyring.open(sealed), baseUrl.of("/sign-in")));
    }

    @EventListener(ApplicationReadyEvent.class)
    void ask() {
        if (way != null) Thread.startVirtualThread(this::askAgain);
    }

    /** While it is away, so that the page tells the truth. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void askAgain() {
        var way = this.way;
        if (way == null) return;
        try {
            way.discovery().known();
        } catch (NotProven away) {
            LOG.debug("The sign-in provider is away", away);
        }
    }

    private static Proven proven(Way way, Map<String, String> answer, OidcAttempt attempt) throws NotProven {
        if (!way.provider().isFrom(answer.getOrDefault("iss", ""))) {
            throw NotProven.because("the answer names another issuer", null);
        }
        var error = answer.get("error");
        if (error != null) {
            throw NotProven.because("the provider refused: " + (error.matches("[a-z_]{1,60}") ? error : "error"), null);
        }
        var code = answer.getOrDefault("code", "");
        if (code.isBlank() || code.length() > 4_096) throw NotProven.because("no code came", null);
        return way.provider().prove(code, attempt);
    }

    private Arrival admitted(Way way, Proven who, OidcAttempt attempt, HttpServletRequest request) {
        var grants = way.settings().groups().of(who.groups());
        return switch (identities.admit(who, grants)) {
            case Identities.Admission.Let(var account) ->
                new Arrival.Welcome(attempt.next(), sessions.begin(account, request, new Sessions.Origin(who.issuer(), grants, keyring.seal(who.idToken()))));
            case Identities.Admission.Refused(var code, var words) -> new Arrival.Refused(words);
        };
    }

    private Arrival refused(Way way, NotProven why, String address) {
        LOG.info("A sign-in by {} was refused: {}", way.settings().issuer(), why.reason());
        if (why.isAway()) return new Arrival.Away();
        failures.failed(NOBODY, address, clock.instant());
        identities.notProven(why.reason());
        return new Arrival.Refused(way.settings().name() + " could not show who you are. Try again; if it stays so, tell whoever runs Holdfast.");
    }

    private Optional<OidcAttempt> attempt(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, cookie()))
                .map(Cookie::getValue)
                .flatMap(value -> OidcAttempt.open(value, keyring, clock.instant()));
    }

    private String cookie() {
        return sessions.prefixed("holdfast-oidc");
    }
}
