package dev.holdfast.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of apps, however their file was written. */
class RsaKeyTest {

    @Test
    void isReadInEveryForm() {
        var keys = AppKeys.make();

        assertThat(RsaKey.read(keys.pkcs1())).contains(keys.pair().getPrivate());
        assertThat(RsaKey.read(keys.pkcs8())).contains(keys.pair().getPrivate());
        assertThat(RsaKey.read(keys.pkcs1().replace("\n", "\\n"))).contains(keys.pair().getPrivate());
        assertThat(RsaKey.read("  " + keys.pkcs1().replace("\n", "\r\n"))).contains(keys.pair().getPrivate());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "set", "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----", "-----BEGIN PRIVATE KEY-----\n====\n-----END PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"
    })
    void whatIsNoneIsNone(String text) {
        assertThat(RsaKey.read(text)).isEmpty();
    }
}
