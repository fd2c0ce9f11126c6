package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a link to acknowledge stands for: a person, a subject, and the message that told of others as well. */
record Link(SubjectId subject, PersonName person, @Nullable UUID bundle) {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    /** The text that is signed. */
    String text() {
        return subject.value() + "\n" + person.value() + "\n" + (bundle == null ? "" : bundle);
    }

    String token(String signature) {
        return ENCODER.encodeToString(text().getBytes(StandardCharsets.UTF_8)) + "." + signature;
    }

    /** What a token claims; whether its signature is ours is not said here. */
    static Optional<Signed> read(String token) {
        var dot = token.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
            var parts = text.split("\n", -1);
            if (parts.length != 3) {
                return Optional.empty();
            }
            var bundle = parts[2].isEmpty() ? null : UUID.fromString(parts[2]);
            var link = new Link(new SubjectId(parts[0]), new PersonName(parts[1]), bundle);
            return Optional.of(new Signed(link, token.substring(dot + 1)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    record Signed(Link link, String signature) {}
}
