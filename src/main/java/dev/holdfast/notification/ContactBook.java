package dev.holdfast.notification;

import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.keys.Keyring;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the contacts and rules of a person as they are applied, their secrets sealed. */
@Component
final class ContactBook {

    private final ContactStore store;
    private final Keyring keyring;
    private final Clock clock;

    ContactBook(ContactStore store, Keyring keyring, Clock clock) {
        this.store = store;
        this.keyring = keyring;
        this.clock = clock;
    }

    /** A contact is the same while its way and address are: then it keeps its secret and its confirmation. */
    void keep(AppliedDocument document, List<NotifyRule> rules) {
        var now = clock.instant();
        var known = store.secretsOf(document.name());
        var kept = new LinkedHashMap<ContactStore.Key, String>();
        for (var rule : rules) {
            var key = new ContactStore.Key(rule.by(), rule.address());
            var secret = secret(document, rule, Boolean.TRUE.equals(known.get(key)) || kept.containsKey(key));
            kept.put(key, store.keep(document.name(), Ids.fresh(now), key, secret, document.by(), now));
        }
        store.removeOthers(document.name(), kept.values());
        store.replaceRules(document.name(), rules, kept);
    }

    boolean hasToken(String person, String address) {
        return Boolean.TRUE.equals(store.secretsOf(person).get(new ContactStore.Key(By.NTFY, address)));
    }

    private byte @Nullable [] secret(AppliedDocument document, NotifyRule rule, boolean hasOne) {
        var given = document.secrets().get(rule.secretPath());
        if (given != null) return keyring.seal(given);
        if (hasOne || rule.by() != By.WEBHOOK) return null;
        var generated = Ids.secret();
        document.generated().accept(rule.secretPath(), generated);
        return keyring.seal(generated);
    }
}
