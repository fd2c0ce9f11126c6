package dev.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.postgres.CannotStart;
import dev.holdfast.postgres.DatabaseAccess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    @Test
    void hasADefaultForEverything() {
        var settings = Settings.from(Map.of());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.external()).isNull();
        assertThat(settings.baseUrl()).hasToString("http://localhost:8080");
    }

    @Test
    void takesWhatIsSet() {
        var settings = Settings.from(Map.of(
                "HOLDFAST_PORT", "9000",
                "HOLDFAST_DATA", "/srv/holdfast",
                "HOLDFAST_BASE_URL", "https://holdfast.example.com/",
                "HOLDFAST_DATABASE_URL", "postgres://db:5432/holdfast",
                "HOLDFAST_DATABASE_USER", "hf",
                "HOLDFAST_DATABASE_PASSWORD", "secret"));

        assertThat(settings.data()).isEqualTo(Path.of("/srv/holdfast"));
        assertThat(settings.baseUrl()).hasToString("https://holdfast.example.com");
        assertThat(settings.external())
                .isEqualTo(new DatabaseAccess("jdbc:postgresql://db:5432/holdfast", "hf", "secret"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DEMO           | yes
                    PORT           | eighty
                    PORT           | 0
                    PORT           | 65536
                    BASE_URL       | holdfast.example.com
                    BASE_URL       | ftp://holdfast.example.com
                    DATABASE_URL   | mysql://db/holdfast
                    DATABASE_URL   | jdbc:postgresql://db
                    DATABASE_USER  | hf
                    SMTP_URL       | mail.example.com
                    MAIL_FROM      | nobody
                    SMTP_URL       | smtp://mail.example.com?starttls=perhaps
                    OUTBOUND_ALLOW | everywhere
                    OUTBOUND_ALLOW | 10.0.0.0/99
                    OUTBOUND_ALLOW | 300.0.0.0/8
                    ADMIN_TOKEN    | hf_short
                    ADMIN_TOKEN    | 0123456789012345678901234567890123456789
                    KEY            | aGVsbG8=
                    LOCAL_ACCOUNTS | no
                    LOCAL_ACCOUNTS | off
                    OIDC_CLIENT_ID | holdfast
                    OIDC_GROUPS    | chiefs=role:admin
                    """)
    void aWrongOneIsOneLineThatNamesIt(String name, String value) {
        assertThatThrownBy(() -> Settings.from(Map.of("HOLDFAST_" + name, value)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("HOLDFAST_" + name)
                .message()
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    OIDC_ISSUER       | login.example.com
                    OIDC_ISSUER       | http://login.example.com
                    OIDC_ISSUER       | https://login.example.com?realm=1
                    OIDC_ISSUER       | https://me:secret@login.example.com
                    OIDC_CLIENT_ID    | ''
                    OIDC_SCOPES       | profile email
                    OIDC_GROUPS_CLAIM | my groups
                    OIDC_PERSON_CLAIM | my name
                    OIDC_GROUPS       | chiefs
                    OIDC_GROUPS       | chiefs=role:king
                    OIDC_GROUPS       | chiefs=team:Bedroom Team
                    OIDC_GROUPS       | chiefs=role:admin,,beds
                    OIDC_NAME         | A name that is a good deal longer than any button can be
                    LOCAL_ACCOUNTS    | off, please
                    """)
    void aWrongSettingOfTheProviderIsOneLineThatNamesIt(String name, String value) {
        var settings = new HashMap<>(Map.of("HOLDFAST_OIDC_ISSUER", "https://login.example.com/realm", "HOLDFAST_OIDC_CLIENT_ID", "holdfast"));
        Settings.from(settings);
        settings.put("HOLDFAST_" + name, value);

        assertThatThrownBy(() -> Settings.from(settings))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("HOLDFAST_" + name)
                .message()
                .doesNotContain("\n", "secret");
    }

    @Test
    void aSecretIsNotRepeated() {
        assertThatThrownBy(() -> Settings.from(Map.of("HOLDFAST_DATABASE_URL", "postgres://hf:secret@db/holdfast")))
                .hasMessageContaining("HOLDFAST_DATABASE_URL")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> Settings.from(Map.of("HOLDFAST_SMTP_URL", "http://hf:secret@mail")))
                .hasMessageNotContaining("secret");
    }
}
