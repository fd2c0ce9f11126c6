package dev.holdfast.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.InvalidHashException;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Speaks to the provider: where a browser is sent, what its code is worth, and what was signed. The checks are the library's. */
final class OidcProvider {

    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 5_000;

    private final OidcSettings settings;
    private final OidcDiscovery discovery;
    private final URI comesBackTo;
    private final ClientID client;

    OidcProvider(OidcSettings settings, OidcDiscovery discovery, URI comesBackTo) {
        this.settings = settings;
        this.discovery = discovery;
        this.comesBackTo = comesBackTo;
        this.client = new ClientID(settings.clientId());
    }

    /** Where the browser goes: authorisation code, PKCE by S256, with state and nonce. */
    URI authorisation(OidcAttempt attempt) throws NotProven {
        var metadata = discovery.known().metadata();
        return new AuthenticationRequest.Builder(ResponseType.CODE, new Scope(settings.scopes().toArray(String[]::new)), client, comesBackTo)
                .endpointURI(metadata.getAuthorizationEndpointURI())
                .state(new State(attempt.state()))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Whether the answer may come from this provider (RFC 9207): whoever says an issuer says this one. */
    boolean isFrom(String issuer) throws NotProven {
        return issuer.isEmpty()
                ? !discovery.known().metadata().supportsAuthorizationResponseIssuerParam()
                : issuer.equals(settings.issuer());
    }

    /** Who it is, by the code that the browser brought. */
    Proven prove(String code, OidcAttempt attempt) throws NotProven {
        var known = discovery.known();
        var tokens = exchange(known, code, attempt);
        var claims = validated(known, tokens, attempt);
        var all = withUserInfo(known, tokens, claims);
        var name = all.text("name");
        return new Proven(
                settings.issuer(), claims.getSubject().getValue(), all.text(settings.personClaim()), all.verifiedEmail(), name,
                all.texts(settings.groupsClaim()), tokens.getIDTokenString());
    }

    /** Where the provider's own session is ended; empty where it offers nothing of the kind, or is not known now. */
    Optional<URI> endOfSession(String idToken, URI backTo) {
        try {
            var end = discovery.known().metadata().getEndSessionEndpointURI();
            if (end == null) return Optional.empty();
            return Optional.of(new LogoutRequest(end, JWTParser.parse(idToken), null, client, backTo, null, null).toURI());
        } catch (NotProven | java.text.ParseException unknown) {
            return Optional.empty();
        }
    }

    private OIDCTokens exchange(OidcDiscovery.Known known, String code, OidcAttempt attempt) throws NotProven {
        var grant = new AuthorizationCodeGrant(new AuthorizationCode(code), comesBackTo, new CodeVerifier(attempt.verifier()));
        var endpoint = known.metadata().getTokenEndpointURI();
        var secret = settings.clientSecret();
        var request = secret == null
                ? new TokenRequest.Builder(endpoint, client, grant).build()
                : new TokenRequest.Builder(endpoint, authentication(known, secret), grant).build();
        var answer = send(request.toHTTPRequest());
        try {
            var response = OIDCTokenResponseParser.parse(answer);
            if (response.indicatesSuccess() && response.toSuccessResponse().getTokens() instanceof OIDCTokens tokens && tokens.getIDToken() != null) {
                return tokens;
            }
            var error = response.indicatesSuccess() ? null : response.toErrorResponse().getErrorObject();
            throw NotProven.because(error == null ? "no ID token came" : "the code was refused: " + error.getCode(), null);
        } catch (ParseException unreadable) {
            throw NotProven.because("the answer to the code cannot be read", unreadable);
        }
    }

    private ClientAuthentication authentication(OidcDiscovery.Known known, String secret) {
        var methods = known.metadata().getTokenEndpointAuthMethods();
        var basic = methods == null || methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return basic ? new ClientSecretBasic(client, new Secret(secret)) : new ClientSecretPost(client, new Secret(secret));
    }

    /** Issuer, audience, authorised party, times within a minute, nonce, signature; and that the access token belongs to it. */
    private IDTokenClaimsSet validated(OidcDiscovery.Known known, OIDCTokens tokens, OidcAttempt attempt) throws NotProven {
        try {
            JWT token = tokens.getIDToken();
            var claims = known.validator().validate(token, new Nonce(attempt.nonce()));
            demandForUs(claims);
            var hash = claims.getAccessTokenHash();
            if (hash != null) {
                AccessTokenValidator.validate(tokens.getAccessToken(), (JWSAlgorithm) token.getHeader().getAlgorithm(), hash);
            }
            return claims;
        } catch (com.nimbusds.jose.KeySourceException away) {
            throw NotProven.away("the provider's keys cannot be read", away);
        } catch (BadJOSEException | JOSEException | InvalidHashException refused) {
            throw NotProven.because("the ID token is refused: " + refused.getMessage(), refused);
        }
    }

    /** The library looks at the authorised party only where there are several audiences (OpenID Connect Core 3.1.3.7, 4 and 5). */
    private void demandForUs(IDTokenClaimsSet claims) throws NotProven {
        var party = claims.getAuthorizedParty();
        var forUs = party == null ? claims.getAudience().size() == 1 : party.getValue().equals(settings.clientId());
        if (!forUs) throw NotProven.because("the ID token was made for another party", null);
    }

    /** What the ID token does not say is asked for, where the provider answers such questions. */
    private OidcClaims withUserInfo(OidcDiscovery.Known known, OIDCTokens tokens, IDTokenClaimsSet token) throws NotProven {
        var said = new OidcClaims(token.toJSONObject());
        var endpoint = known.metadata().getUserInfoEndpointURI();
        var whole = List.of(settings.groupsClaim(), settings.personClaim()).stream().allMatch(name -> said.find(name) != null);
        if (whole || endpoint == null) return said;
        try {
            var response = UserInfoResponse.parse(send(new UserInfoRequest(endpoint, tokens.getAccessToken()).toHTTPRequest()));
            if (!response.indicatesSuccess() || response.toSuccessResponse().getUserInfo() == null) return said;
            var more = response.toSuccessResponse().getUserInfo();
            if (!token.getSubject().equals(more.getSubject())) throw NotProven.because("the details are somebody else's", null);
            var all = new HashMap<String, Object>(more.toJSONObject());
            all.putAll(said.values());
            return new OidcClaims(all);
        } catch (ParseException unreadable) {
            throw NotProven.because("the details cannot be read", unreadable);
        }
    }

    private static HTTPResponse send(HTTPRequest request) throws NotProven {
        request.setConnectTimeout(CONNECT_MILLIS);
        request.setReadTimeout(READ_MILLIS);
        request.setFollowRedirects(false);
        try {
            var answer = request.send();
            if (answer.getStatusCode() >= 500) throw NotProven.away("the provider answered " + answer.getStatusCode(), null);
            return answer;
        } catch (IOException away) {
            throw NotProven.away("the provider does not answer", away);
        }
    }
}
