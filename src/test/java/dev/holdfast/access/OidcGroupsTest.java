package dev.holdfast.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcGroupsTest {

    @Test
    void aGroupMayHoldCommasAndEqualsSignsAndGiveSeveralThings() {
        var groups = OidcGroups.from("cn=admins,ou=x=role:admin, /beds = team:bedroom-team,/beds=role:change-manager");

        assertThat(groups.of(List.of("cn=admins,ou=x"))).isEqualTo(new Grants(Set.of("admin"), Set.of()));
        assertThat(groups.of(List.of("/beds", "other"))).isEqualTo(new Grants(Set.of("change-manager"), Set.of("bedroom-team")));
        assertThat(groups.of(List.of("admins", "/BEDS"))).isEqualTo(Grants.NONE);
        assertThat(OidcGroups.from("").of(List.of("any"))).isEqualTo(Grants.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "groups, 'a,b'", "one, a", "realm_access.roles, c", "https://example.com/groups, d", "nothing, ''", "number, ''", "groups.deeper, ''"
    })
    void groupsAreReadHoweverTheyAreWritten(String claim, String expected) {
        var claims = new OidcClaims(Map.of(
                "groups", List.of("a", "b", 3), "one", "a", "realm_access", Map.of("roles", List.of("c")),
                "https://example.com/groups", List.of("d"), "number", 5));

        assertThat(String.join(",", claims.texts(claim))).isEqualTo(expected);
    }

    @Test
    void anAddressCountsOnlyWhereItIsVerified() {
        assertThat(new OidcClaims(Map.of("email", "a@b", "email_verified", true)).verifiedEmail()).isEqualTo("a@b");
        assertThat(new OidcClaims(Map.of("email", "a@b", "email_verified", "true")).verifiedEmail()).isEqualTo("a@b");
        assertThat(new OidcClaims(Map.of("email", "a@b", "email_verified", false)).verifiedEmail()).isNull();
        assertThat(new OidcClaims(Map.of("email", "a@b")).verifiedEmail()).isNull();
    }
}
