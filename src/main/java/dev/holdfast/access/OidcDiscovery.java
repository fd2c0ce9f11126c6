package dev.holdfast.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the provider says of itself: read when it is first needed, again every hour, and after a failure no sooner than in five seconds. */
final class OidcDiscovery {

    private static final Logger LOG = LoggerFactory.getLogger(OidcDiscovery.class);
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int READ_MILLIS = 5_000;
    private static final int LARGEST = 512 * 1024;
    private static final int CLOCK_SKEW_SECONDS = 60;
    private static final long KEYS_GOOD_FOR_MILLIS = 300_000;
    private static final long KEYS_WITHOUT_PROVIDER_MILLIS = 3_600_000;
    private static final long KEYS_NO_SOONER_MILLIS = 5_000;

    private final OidcSettings settings;
    private final Clock clock;

    private volatile @Nullable Known known;
    private volatile @Nullable Instant failed;

    OidcDiscovery(OidcSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The provider as it described itself, and what checks its ID tokens. */
    record Known(OIDCProviderMetadata metadata, IDTokenValidator validator, Instant since) {}

    /** Whether it answered when it was last asked; true before anybody has asked. */
    boolean answers() {
        return failed == null;
    }

    Known known() throws NotProven {
        var here = known;
        return here != null && here.since().plus(GOOD_FOR).isAfter(clock.instant()) ? here : asked();
    }

    /** One at a time: who waited for another's attempt shares what came of it. */
    private synchronized Known asked() throws NotProven {
        var now = clock.instant();
        var here = known;
        if (here != null && here.since().plus(GOOD_FOR).isAfter(now)) return here;
        var before = failed;
        if (before != null && before.plus(PAUSE).isAfter(now)) return orLast(here, null);
        try {
            var found = found(now);
            known = found;
            if (before != null) LOG.info("The sign-in provider {} answers again", settings.issuer());
            failed = null;
            return found;
        } catch (GeneralException | IOException | IllegalArgumentException away) {
            if (before == null) LOG.warn("The sign-in provider {} cannot be asked; it is tried again: {}", settings.issuer(), away.getMessage());
            failed = now;
            return orLast(here, away);
        }
    }

    private static Known orLast(@Nullable Known last, @Nullable Exception why) throws NotProven {
        if (last != null) return last;
        throw NotProven.away("the provider cannot be asked", why);
    }

    /** The library compares the issuer that is named there with the one that was asked. */
    private Known found(Instant now) throws GeneralException, IOException {
        var metadata = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), CONNECT_MILLIS, READ_MILLIS);
        for (var endpoint : new @Nullable URI[] {
            metadata.getAuthorizationEndpointURI(), metadata.getTokenEndpointURI(), metadata.getJWKSetURI()
        }) {
            demandSafe(endpoint);
        }
        for (var endpoint : new @Nullable URI[] {metadata.getUserInfoEndpointURI(), metadata.getEndSessionEndpointURI()}) {
            if (endpoint != null) demandSafe(endpoint);
        }
        return new Known(metadata, validator(metadata), now);
    }

    /** An issuer on https says nothing that would go in the clear. */
    private void demandSafe(@Nullable URI endpoint) throws GeneralException {
        if (endpoint == null) throw new GeneralException("its description leaves out an address that is needed");
        if (!"https".equals(endpoint.getScheme()) && settings.issuer().startsWith("https:")) {
            throw new GeneralException("its description names " + endpoint + ", which is not https");
        }
    }

    private IDTokenValidator validator(OIDCProviderMetadata metadata) throws MalformedURLException {
        var keys = JWKSourceBuilder.<SecurityContext>create(
                        metadata.getJWKSetURI().toURL(), new DefaultResourceRetriever(CONNECT_MILLIS, READ_MILLIS, LARGEST))
                .refreshAheadCache(false)
                .cache(KEYS_GOOD_FOR_MILLIS, CONNECT_MILLIS + READ_MILLIS)
                .rateLimited(KEYS_NO_SOONER_MILLIS)
                .retrying(true)
                .outageTolerant(KEYS_WITHOUT_PROVIDER_MILLIS)
                .build();
        var validator = new IDTokenValidator(
                new Issuer(settings.issuer()), new ClientID(settings.clientId()), new JWSVerificationKeySelector<>(algorithms(metadata), keys), null);
        validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
        return validator;
    }

    /** Signatures by a key pair alone: never none, and never by the client's secret. */
    private static Set<JWSAlgorithm> algorithms(OIDCProviderMetadata metadata) {
        var said = metadata.getIDTokenJWSAlgs() == null ? List.of(JWSAlgorithm.RS256) : metadata.getIDTokenJWSAlgs();
        var taken = new HashSet<>(said);
        taken.retainAll(JWSAlgorithm.Family.SIGNATURE);
        if (taken.isEmpty()) throw new IllegalArgumentException("it signs ID tokens with no algorithm that is taken: " + said);
        return taken;
    }
}
