package dev.holdfast.notification;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.BaseUrl;
import dev.holdfast.keys.Keyring;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The link of a test page: signed for a person and the instant at which it was sent. It opens nothing else. */
@Component
final class TestLink {

    private static final String PURPOSE = "test-page";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final Keyring keyring;
    private final BaseUrl baseUrl;

    TestLink(Keyring keyring, BaseUrl baseUrl) {
        this.keyring = keyring;
        this.baseUrl = baseUrl;
    }

    record Sent(PersonName person, Instant at) {

        private String text() {
            return person.value() + "\n" + at;
        }
    }

    URI address(Sent sent) {
        var text = sent.text();
        return baseUrl.of("/t/" + ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "." + keyring.sign(PURPOSE, text));
    }

    /** Empty where it was not made here. */
    Optional<Sent> read(String token) {
        var dot = token.indexOf('.');
        if (dot < 1) return Optional.empty();
        try {
            var text = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            if (!keyring.isSigned(PURPOSE, text, token.substring(dot + 1))) return Optional.empty();
            var parts = text.split("\n", -1);
            return Optional.of(new Sent(new PersonName(parts[0]), Instant.parse(parts[1])));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
