package dev.holdfast.subscriptions;

import dev.holdfast.http.BaseUrl;
import dev.holdfast.keys.Keyring;
import java.net.URI;
import org.springframework.stereotype.Component;

/** The address in every message by which whoever reads it confirms the subscription or ends it, without an account. */
@Component
class Readers {

    private static final String PURPOSE = "subscriptions.reader";

    private final Keyring keyring;
    private final BaseUrl baseUrl;

    Readers(Keyring keyring, BaseUrl baseUrl) {
        this.keyring = keyring;
        this.baseUrl = baseUrl;
    }

    URI address(Subscription subscription) {
        return baseUrl.of("/t/subscriptions/" + subscription.id() + "/" + keyring.sign(PURPOSE, subscription.id().toString()));
    }

    boolean knows(String id, String token) {
        return keyring.isSigned(PURPOSE, id, token);
    }
}
