package dev.holdfast.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.holdfast.Api;
import dev.holdfast.HoldfastTest;
import dev.holdfast.TestClock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.annotation.DirtiesContext.ClassMode;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in at a real provider, and what somebody might try on the way. */
@HoldfastTest
@DirtiesContext(classMode = ClassMode.AFTER_CLASS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OidcTest {

    private static final SignInProvider PROVIDER =
            SignInProvider.start(Walker.NAMED + "/sign-in/oidc/return", Walker.NAMED + "/sign-in");
    private static final String RETURN = "/sign-in/oidc/return";
    private static final String SOMEWHERE = "/account";

    @LocalServerPort
    int port;

    @Autowired
    Tokens tokens;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    JsonMapper json;

    private Api api;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("holdfast.base-url", () -> Walker.NAMED);
        properties.add("holdfast.oidc-issuer", PROVIDER::issuer);
        properties.add("holdfast.oidc-client-id", () -> SignInProvider.CLIENT);
        properties.add("holdfast.oidc-client-secret", () -> SignInProvider.SECRET);
        properties.add("holdfast.oidc-name", () -> "the retailer");
        properties.add("holdfast.oidc-groups", () -> "chiefs=role:admin, cn=duty,ou=ops=role:incident-manager, beds=team:bedroom-team");
    }

    @BeforeAll
    void organisation() throws Exception {
        var automation = new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.ADMIN), null, "test");
        api = new Api("http://localhost:" + port, tokens.make(new Tokens.Wanted("test", Set.of(Scope.values()), null, null, null), automation).secret());
        api.apply(Files.readString(Path.of("examples/furniture-retailer.yaml"))).expect(200);
    }

    @BeforeEach
    void behave() {
        PROVIDER.behave();
        clock.advance(Duration.ofMinutes(16));
    }

    @AfterAll
    static void stop() {
        PROVIDER.close();
    }

    @Test
    void whoSignsInAtTheProviderIsThePersonOfThatNameWithTheirTeamsAndWhatTheirGroupsGive() throws Exception {
        PROVIDER.somebody("subject-ann", Map.of("preferred_username", "ann", "name", "Ann Holt", "groups", List.of("chiefs", "cn=duty,ou=ops", "others")));
        var walker = walker();
        assertThat(walker.get("/sign-in").body()).contains("Sign in with the retailer").contains("name=\"password\"");

        var arrived = walker.signIn("subject-ann", "/incidents?state=open");

        assertThat(arrived.statusCode()).isEqualTo(303);
        assertThat(arrived.headers().firstValue("Location")).contains("/incidents?state=open");
        assertThat(arrived.headers().allValues("Set-Cookie")).anySatisfy(it -> assertThat(it).startsWith("holdfast=").contains("HttpOnly", "SameSite=Lax"));
        var me = me(walker);
        assertThat(me.get("person").asString()).isEqualTo("ann");
        assertThat(texts(me.get("roles"))).contains("admin", "incident-manager", "product-manager");
        assertThat(texts(me.get("teams"))).contains("bedroom-team");
        assertThat(lastEntry("sign-in", "account/ann").at("/after/subject").asString()).isEqualTo("subject-ann");
    }

    @Test
    void aGroupThatIsLostIsLostAtTheNextSignInAndASessionLastsADay() throws Exception {
        PROVIDER.somebody("subject-mia", Map.of("preferred_username", "mia", "groups", List.of("chiefs", "beds")));
        var walker = walker();
        walker.signIn("subject-mia", SOMEWHERE);
        assertThat(texts(me(walker).get("roles"))).contains("admin");
        assertThat(texts(me(walker).get("teams"))).contains("appointments-team", "bedroom-team");

        PROVIDER.somebody("subject-mia", Map.of("preferred_username", "mia", "groups", List.of()));
        walker.signIn("subject-mia", SOMEWHERE);
        assertThat(texts(me(walker).get("roles"))).doesNotContain("admin");
        assertThat(texts(me(walker).get("teams"))).containsExactly("appointments-team");

        clock.advance(Duration.ofHours(11));
        assertThat(walker.get("/api/v1/me").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofHours(11));
        assertThat(walker.get("/api/v1/me").statusCode()).isEqualTo(200);
        clock.advance(Duration.ofHours(3));
        assertThat(walker.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void signingInEndsTheSessionThatTheBrowserHadBefore() throws Exception {
        PROVIDER.somebody("subject-tom", Map.of("preferred_username", "tom"));
        var walker = walker();
        var before = sessionOf(walker.signIn("subject-tom", SOMEWHERE));
        var after = sessionOf(walker.signIn("subject-tom", SOMEWHERE));

        assertThat(after).isNotEqualTo(before);
        var old = api.as(null).send(api.as(null).request("/api/v1/me").header("Cookie", "holdfast=" + before).GET());
        assertThat(old.status()).isEqualTo(401);
    }

    @Test
    void whatTheIdTokenDoesNotSayIsAskedFor() throws Exception {
        PROVIDER.somebody("subject-ravi", Map.of("preferred_username", "ravi", "groups", List.of("beds")));
        PROVIDER.world().detailsApart = true;
        var walker = walker();

        walker.signIn("subject-ravi", SOMEWHERE);

        assertThat(me(walker).get("person").asString()).isEqualTo("ravi");
        assertThat(texts(me(walker).get("teams"))).contains("bedroom-team", "appointments-team");
    }

    @Test
    void aStrangerGetsAnAccountOfTheirOwnThatIsNobodyElses() throws Exception {
        PROVIDER.somebody("subject-new", Map.of("preferred_username", "Ann", "name", "Another Ann", "email", "bob@example.com", "email_verified", false));
        var walker = walker();

        walker.signIn("subject-new", SOMEWHERE);

        var me = me(walker);
        assertThat(me.get("person").isNull()).isTrue();
        assertThat(me.get("account").asString()).matches("ann-[0-9a-f]{8}");
        assertThat(texts(me.get("roles"))).isEmpty();
        assertThat(texts(me.get("teams"))).isEmpty();
    }

    @Test
    void aVerifiedAddressFindsThePersonButDoesNotOpenAnAccountThatIsThere() throws Exception {
        PROVIDER.somebody("subject-leo", Map.of("preferred_username", "l.somebody", "email", "LEO@example.com", "email_verified", true));
        var leo = walker();
        leo.signIn("subject-leo", SOMEWHERE);
        assertThat(me(leo).get("person").asString()).isEqualTo("leo");

        accounts.accept(accounts.invite("kim", administrator()), "Kim", "a password of some length");
        PROVIDER.somebody("subject-kim", Map.of("preferred_username", "k.somebody", "email", "kim@example.com", "email_verified", true));
        var kim = walker();
        var refused = kim.signIn("subject-kim", SOMEWHERE);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("an e-mail address alone does not open it");
        assertThat(kim.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(lastEntry("refuse-sign-in", "identity/subject-kim").at("/after/reason").asString()).isEqualTo("EMAIL_ALONE");

        api.put("/api/v1/accounts/kim/identity", "{\"subject\": \"subject-kim\"}").expect(204);
        kim.signIn("subject-kim", SOMEWHERE);
        assertThat(me(kim).get("person").asString()).isEqualTo("kim");
    }

    @Test
    void twoIdentitiesAreNotOnePerson() throws Exception {
        PROVIDER.somebody("subject-cas", Map.of("preferred_username", "cas"));
        PROVIDER.somebody("somebody-else", Map.of("preferred_username", "cas"));
        walker().signIn("subject-cas", SOMEWHERE);

        assertThat(walker().signIn("somebody-else", SOMEWHERE).body()).contains("Another identity is linked");

        api.delete("/api/v1/accounts/cas/identity").expect(204);
        assertThat(walker().signIn("somebody-else", SOMEWHERE).statusCode()).isEqualTo(303);
        assertThat(walker().signIn("subject-cas", SOMEWHERE).statusCode()).isEqualTo(403);
    }

    @Test
    void whoLeavesOrIsEndedIsOutAtOnceAndDoesNotComeBack() throws Exception {
        api.apply(person("una", "")).expect(200);
        api.apply(person("vic", "")).expect(200);
        PROVIDER.somebody("subject-una", Map.of("preferred_username", "una"));
        PROVIDER.somebody("subject-vic", Map.of("preferred_username", "vic"));
        var una = walker();
        var vic = walker();
        una.signIn("subject-una", SOMEWHERE);
        vic.signIn("subject-vic", SOMEWHERE);
        assertThat(me(una).get("person").asString()).isEqualTo("una");

        api.apply(person("una", ", leaves: \"" + clock.instant().minus(Duration.ofDays(2)).toString().substring(0, 10) + "\"")).expect(200);
        api.delete("/api/v1/people/vic").expect(204);

        for (var walker : List.of(una, vic)) assertThat(walker.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(una.signIn("subject-una", SOMEWHERE).body()).contains("has left");
        assertThat(vic.signIn("subject-vic", SOMEWHERE).body()).contains("has left");
        PROVIDER.somebody("new-vic", Map.of("preferred_username", "vic"));
        assertThat(walker().signIn("new-vic", SOMEWHERE).body()).contains("has left");
    }

    @Test
    void signingOutEndsOurSessionAndOffersTheProviders() throws Exception {
        PROVIDER.somebody("subject-bob", Map.of("preferred_username", "bob"));
        var walker = walker();
        walker.signIn("subject-bob", SOMEWHERE);

        var out = walker.post("/account", "/sign-out", "");

        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.body()).contains("Sign out of the retailer too");
        assertThat(walker.get("/api/v1/me").statusCode()).isEqualTo(401);
        var link = out.body().replaceAll("(?s).*href=\"(http[^\"]+/connect/logout[^\"]+)\".*", "$1").replace("&amp;", "&");
        var ended = walker.get(link);
        assertThat(ended.headers().firstValue("Location")).hasValueSatisfying(it -> assertThat(it).startsWith(Walker.NAMED + "/sign-in"));
    }

    static Stream<Arguments> tamperedTokens() {
        Consumer<JwtClaimsSet.Builder> asItIs = claims -> {};
        UnaryOperator<String> whole = UnaryOperator.identity();
        return Stream.of(
                Arguments.of("another nonce", (Consumer<JwtClaimsSet.Builder>) it -> it.claim("nonce", "another"), whole),
                Arguments.of("no nonce", (Consumer<JwtClaimsSet.Builder>) it -> it.claims(all -> all.remove("nonce")), whole),
                Arguments.of("another audience", (Consumer<JwtClaimsSet.Builder>) it -> it.audience(List.of("another")), whole),
                Arguments.of("another party", (Consumer<JwtClaimsSet.Builder>) it -> it.audience(List.of("holdfast", "another")).claim("azp", "another"), whole),
                Arguments.of("another issuer", (Consumer<JwtClaimsSet.Builder>) it -> it.issuer("http://localhost:2"), whole),
                Arguments.of("expired 61 s ago", (Consumer<JwtClaimsSet.Builder>) it -> it.issuedAt(Instant.now().minusSeconds(600)).expiresAt(Instant.now().minusSeconds(62)), whole),
                Arguments.of("made in two minutes", (Consumer<JwtClaimsSet.Builder>) it -> it.issuedAt(Instant.now().plusSeconds(120)), whole),
                Arguments.of("another access token's", (Consumer<JwtClaimsSet.Builder>) it -> it.claim("at_hash", "AAAAAAAAAAAAAAAAAAAAAA"), whole),
                Arguments.of("no subject", (Consumer<JwtClaimsSet.Builder>) it -> it.claims(all -> all.remove("sub")), whole),
                Arguments.of("not signed", asItIs, (UnaryOperator<String>) OidcTest::unsigned),
                Arguments.of("signed by another key", asItIs, (UnaryOperator<String>) OidcTest::signedByAnother),
                Arguments.of("signed by the client's secret", asItIs, (UnaryOperator<String>) OidcTest::signedByTheSecret),
                Arguments.of("changed", asItIs, (UnaryOperator<String>) OidcTest::changed),
                Arguments.of("no token at all", asItIs, (UnaryOperator<String>) token -> "rubbish"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tamperedTokens")
    void aTokenThatIsNotWholeLetsNobodyIn(String what, Consumer<JwtClaimsSet.Builder> claims, UnaryOperator<String> token) throws Exception {
        PROVIDER.somebody("subject-pat", Map.of("preferred_username", "pat", "groups", List.of("chiefs")));
        PROVIDER.world().claims = claims;
        PROVIDER.world().idToken = token;
        var walker = walker();

        var refused = walker.signIn("subject-pat", SOMEWHERE);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("could not show who you are").doesNotContain("JWT");
        assertThat(refused.headers().allValues("Set-Cookie")).noneMatch(it -> it.startsWith("holdfast="));
        assertThat(walker.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(lastEntry("refuse-sign-in", "identity/unknown").at("/after/reason").asString()).isNotEmpty();
    }

    @Test
    void aMinuteOfDifferentClocksIsBorne() throws Exception {
        PROVIDER.somebody("subject-olu", Map.of("preferred_username", "olu"));
        PROVIDER.world().claims = it -> it.issuedAt(Instant.now().minusSeconds(600)).expiresAt(Instant.now().minusSeconds(30));

        assertThat(walker().signIn("subject-olu", SOMEWHERE).statusCode()).isEqualTo(303);
    }

    @Test
    void anAnswerIsGoodInTheBrowserThatAskedOnceAndForTenMinutes() throws Exception {
        PROVIDER.somebody("subject-dia", Map.of("preferred_username", "dia"));
        var walker = walker();
        var callback = walker.toTheProviderAndBack("subject-dia", SOMEWHERE);

        assertThat(walker().get(callback).statusCode()).as("another browser").isEqualTo(403);
        assertThat(walker().get(RETURN + "?code=x&state=y").statusCode()).as("nobody asked").isEqualTo(403);
        var other = walker();
        other.toTheProviderAndBack("subject-dia", SOMEWHERE);
        assertThat(other.get(callback).statusCode()).as("another's state").isEqualTo(403);

        assertThat(walker.get(callback).statusCode()).isEqualTo(303);
        assertThat(walker.get(callback).statusCode()).as("again").isEqualTo(403);

        var late = walker.toTheProviderAndBack("subject-dia", SOMEWHERE);
        clock.advance(Duration.ofMinutes(11));
        assertThat(walker.get(late).statusCode()).as("late").isEqualTo(403);
    }

    @Test
    void aCodeOfAnotherSignInIsWorthNothing() throws Exception {
        PROVIDER.somebody("subject-dia", Map.of("preferred_username", "dia"));
        var victim = walker();
        var attacker = walker();
        var theirs = victim.toTheProviderAndBack("subject-dia", SOMEWHERE);
        var mine = attacker.toTheProviderAndBack("subject-dia", SOMEWHERE);

        var mixed = RETURN + "?code=" + parameter(theirs, "code") + "&state=" + parameter(mine, "state");

        assertThat(attacker.get(mixed).statusCode()).isEqualTo(403);
        assertThat(attacker.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    /** Also where the first answer was cut off on its way and the browser asks again: nobody is signed in twice by one code. */
    @Test
    void anAnswerThatWasUsedIsRefusedToTheBrowserThatUsedIt() throws Exception {
        PROVIDER.somebody("subject-dia", Map.of("preferred_username", "dia"));
        var walker = walker();
        var callback = walker.toTheProviderAndBack("subject-dia", SOMEWHERE);
        assertThat(callback.getQuery()).contains("code=", "state=");
        assertThat(walker.get(callback).statusCode()).isEqualTo(303);
        assertThat(walker.post("/account", "/sign-out", "").statusCode()).isEqualTo(200);

        var replayed = walker.get(callback);

        assertThat(replayed.statusCode()).isEqualTo(403);
        assertThat(replayed.headers().allValues("Set-Cookie")).noneMatch(it -> it.startsWith("holdfast="));
        assertThat(walker.get("/api/v1/me").statusCode()).isEqualTo(401);
    }

    @Test
    void anAnswerOfAnotherIssuerIsRefused() throws Exception {
        PROVIDER.somebody("subject-dia", Map.of("preferred_username", "dia"));
        var walker = walker();
        var callback = walker.toTheProviderAndBack("subject-dia", SOMEWHERE);
        var plain = RETURN + "?" + callback.getRawQuery().replaceAll("&?iss=[^&]*", "");

        assertThat(walker.get(plain + "&iss=http://localhost:2").statusCode()).isEqualTo(403);
    }

    @Test
    void whatTheProviderSaysIsNotRepeatedToThePage() throws Exception {
        var walker = walker();
        PROVIDER.somebody("subject-dia", Map.of("preferred_username", "dia"));
        var state = parameter(walker.toTheProviderAndBack("subject-dia", SOMEWHERE), "state");

        var refused = walker.get(RETURN + "?error=access_denied&error_description=%3Cb%3Ecall+0900%3C/b%3E&state=" + state);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("could not show who you are").doesNotContain("0900").doesNotContain("access_denied");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/", "//elsewhere.example/", "/\\elsewhere.example", "/%09/elsewhere.example", "javascript:alert(1)"})
    void nobodyIsSentElsewhere(String next) throws Exception {
        PROVIDER.somebody("subject-dia", Map.of("preferred_username", "dia"));

        assertThat(walker().signIn("subject-dia", next).headers().firstValue("Location")).contains("/");
    }

    @Test
    void newKeysOfTheProviderAreTakenUp() throws Exception {
        PROVIDER.somebody("subject-dia", Map.of("preferred_username", "dia"));
        assertThat(walker().signIn("subject-dia", SOMEWHERE).statusCode()).isEqualTo(303);

        PROVIDER.world().keys = List.of(SignInProvider.key());

        assertThat(walker().signIn("subject-dia", SOMEWHERE).statusCode()).isEqualTo(303);
    }

    @Test
    void aProviderThatIsAwayIsSaidSoAndAskedAgain() throws Exception {
        PROVIDER.somebody("subject-dia", Map.of("preferred_username", "dia"));
        var walker = walker();
        var callback = walker.toTheProviderAndBack("subject-dia", SOMEWHERE);
        PROVIDER.world().away = true;
        assertThat(walker.get(callback).statusCode()).isEqualTo(503);

        clock.advance(Duration.ofMinutes(61));
        walker.get("/sign-in/oidc");
        assertThat(walker.get("/sign-in").body()).contains("the retailer does not answer at the moment").contains("name=\"password\"");

        PROVIDER.world().away = false;
        clock.advance(Duration.ofSeconds(6));
        assertThat(walker.signIn("subject-dia", SOMEWHERE).statusCode()).isEqualTo(303);
        assertThat(walker().get("/sign-in").body()).doesNotContain("does not answer");
    }

    @Test
    void whoTriesTooOftenWaits() throws Exception {
        for (int i = 0; i < 50; i++) walker().get(RETURN + "?code=x&state=" + i);

        assertThat(walker().get(RETURN + "?code=x&state=y").body()).contains("Too many attempts");
    }

    @Test
    void linkingIsForAdministrators() {
        var reader = tokens.make(new Tokens.Wanted("reader", Set.of(Scope.READ), null, null, null), administrator()).secret();

        assertThat(api.as(reader).put("/api/v1/accounts/ann/identity", "{\"subject\": \"mine\"}").status()).isEqualTo(403);
        assertThat(api.as(reader).delete("/api/v1/accounts/ann/identity").status()).isEqualTo(403);
        assertThat(api.put("/api/v1/accounts/nobody/identity", "{\"subject\": \"x\"}").status()).isEqualTo(404);
        assertThat(api.put("/api/v1/accounts/nobody/identity", "{}").status()).isEqualTo(422);
    }

    private Walker walker() {
        return new Walker(port);
    }

    private Viewer administrator() {
        return new Viewer("admin", null, Set.of("admin"), Set.of(), Set.of(Scope.ADMIN), null, "test");
    }

    private JsonNode me(Walker walker) throws Exception {
        return json.readTree(walker.get("/api/v1/me").body());
    }

    private JsonNode lastEntry(String act, String subject) {
        var entries = api.get("/api/v1/ledger?subject=" + subject).expect(200).body().get("items");
        for (var entry : entries) {
            if (entry.get("act").asString().equals(act)) return entry;
        }
        throw new AssertionError("No " + act + " of " + subject + " in " + entries);
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static String person(String name, String more) {
        return "apiVersion: holdfast.dev/v1\nkind: Person\nmetadata: {name: %s}\nspec: {timeZone: Europe/London%s}\n".formatted(name, more);
    }

    private static String sessionOf(HttpResponse<String> response) {
        return response.headers().allValues("Set-Cookie").stream()
                .filter(it -> it.startsWith("holdfast="))
                .map(it -> it.substring("holdfast=".length(), it.indexOf(';')))
                .findFirst()
                .orElseThrow();
    }

    private static String parameter(URI uri, String name) {
        return Stream.of(uri.getRawQuery().split("&")).filter(it -> it.startsWith(name + "=")).map(it -> it.substring(name.length() + 1)).findFirst().orElseThrow();
    }

    private static String unsigned(String token) {
        try {
            return new PlainJWT(SignedJWT.parse(token).getJWTClaimsSet()).serialize();
        } catch (java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedByAnother(String token) {
        try {
            var whole = SignedJWT.parse(token);
            var signed = new SignedJWT(whole.getHeader(), whole.getJWTClaimsSet());
            signed.sign(new RSASSASigner(SignInProvider.key()));
            return signed.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signedByTheSecret(String token) {
        try {
            var signed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), SignedJWT.parse(token).getJWTClaimsSet());
            signed.sign(new MACSigner((SignInProvider.SECRET + SignInProvider.SECRET).getBytes()));
            return signed.serialize();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String changed(String token) {
        try {
            var parts = token.split("\\.");
            var claims = new String(java.util.Base64.getUrlDecoder().decode(parts[1])).replace("subject-pat", "subject-ann");
            return parts[0] + "." + java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes()) + "." + parts[2];
        } catch (RuntimeException e) {
            throw new IllegalStateException(e);
        }
    }
}
