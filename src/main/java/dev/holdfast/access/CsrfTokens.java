package dev.holdfast.access;

import dev.holdfast.keys.Keyring;
import dev.holdfast.keys.Secrets;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** CSRF tokens without anything to keep: a signature over the session, or over a cookie of whoever has none yet. */
@Component
class CsrfTokens implements CsrfTokenRepository {

    private static final String PURPOSE = "csrf";
    private static final Duration LASTS = Duration.ofHours(12);

    private final Sessions sessions;
    private final Keyring keyring;

    CsrfTokens(Sessions sessions, Keyring keyring) {
        this.sessions = sessions;
        this.keyring = keyring;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var secret = Secrets.fresh();
        request.setAttribute(cookie(), secret);
        return token(secret);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(cookie()) instanceof String secret) {
            response.addHeader(HttpHeaders.SET_COOKIE, sessions.named(cookie(), secret, LASTS).toString());
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = sessions.secret(request);
        if (session.isPresent()) {
            return token(session.get());
        }
        Cookie visitor = WebUtils.getCookie(request, cookie());
        return visitor == null || visitor.getValue().isEmpty() ? null : token(visitor.getValue());
    }

    private CsrfToken token(String secret) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", keyring.sign(PURPOSE, secret));
    }

    private String cookie() {
        return sessions.prefixed("holdfast-visitor");
    }
}
