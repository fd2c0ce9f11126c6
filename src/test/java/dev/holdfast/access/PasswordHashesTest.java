package dev.holdfast.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashesTest {

    /** Else the time that an answer takes would say whether the name is anybody's. */
    @Test
    void theHashOfNoPasswordIsOfTheKindOfAllOthers() {
        var encoder = PasswordHashes.encoder();
        var some = encoder.encode("a quiet bench in the yard");
        var none = PasswordHashes.ofNoPassword();

        assertThat(parameters(none)).isEqualTo(parameters(some));
        assertThat(none).hasSameSizeAs(some).isNotEqualTo(PasswordHashes.ofNoPassword());
        assertThat(encoder.upgradeEncoding(none)).isFalse();
        assertThat(encoder.matches("a quiet bench in the yard", some)).isTrue();
        assertThat(encoder.matches("a quiet bench in the yard", none)).isFalse();
    }

    private static String parameters(String hash) {
        return hash.substring(0, hash.indexOf('$', hash.indexOf("m=")));
    }
}
