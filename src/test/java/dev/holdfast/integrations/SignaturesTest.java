package dev.holdfast.integrations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who signs, and who only says so. */
class SignaturesTest {

    private static final String SECRET = "It's a Secret to Everybody";
    private static final String SHA_256 = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
    private static final byte[] BODY = "Hello, World!".getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock = """
            sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17, true
            SHA256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17, true
            sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e18, false
            sha512=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17, false
            md5=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17,    false
            757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17,        false
            sha256=,                                                                 false
            '',                                                                      false
            -,                                                                       false
            """)
    void onlyTheDigestWithTheSecretSigns(String signature, boolean signs) {
        assertThat(Signatures.signs(signature, SECRET, BODY)).isEqualTo(signs);
    }

    @Test
    void anotherSecretOrBodyDoesNotSign() {
        assertThat(Signatures.signs("sha256=" + SHA_256, "another", BODY)).isFalse();
        assertThat(Signatures.signs("sha256=" + SHA_256, SECRET, "Hello, World?".getBytes(UTF_8))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = "Bearer token, true\nbearer  token , true\nBearer tokens, false\nBasic token, false\ntoken, false\n-, false")
    void aTokenIsTheWholeToken(String header, boolean bears) {
        assertThat(Signatures.bears(header, "token")).isEqualTo(bears);
    }
}
