package dev.holdfast.access;

import dev.holdfast.http.Conflict;
import dev.holdfast.http.NotFound;
import dev.holdfast.keys.Sha256;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account somebody has whom the provider has proved: by issuer and subject, once linked. An account that is there
 * already is linked by the name of its person, never by an e-mail address alone.
 */
@Service
public class Identities {

    private static final String BY = "oidc";
    private static final int HASH_BYTES = 4;
    private static final int LONGEST_STEM = 50;

    private final IdentityStore store;
    private final AccountStore accounts;
    private final Ledger ledger;
    private final Standings standings;
    private final SignInSettings settings;
    private final Clock clock;

    Identities(
            IdentityStore store, AccountStore accounts, Ledger ledger, Standings standings, SignInSettings settings, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.ledger = ledger;
        this.standings = standings;
        this.settings = settings;
        this.clock = clock;
    }

    /** Whether somebody is let in, and why not. */
    sealed interface Admission {
        record Let(Account account) implements Admission {}

        record Refused(String code, String words) implements Admission {}
    }

    private record Match(String person, boolean byName) {}

    /** Finds or makes the account; both what is let in and what is refused stand in the ledger. */
    @Transactional
    Admission admit(Proven who, Grants grants) {
        var now = clock.instant();
        store.lock();
        var linked = store.account(who.issuer(), who.subject());
        var admission = linked.isPresent() ? known(linked.get(), who, now) : unknown(who, now);
        switch (admission) {
            case Admission.Let(var account) -> ledger.record(account.name(), "sign-in", "account/" + account.name(), null, facts(who, grants));
            case Admission.Refused(var code, var words) -> refused(who.subject(), code);
        }
        return admission;
    }

    /** What proved nothing is recorded as well. */
    @Transactional
    void notProven(String reason) {
        ledger.record(BY, "refuse-sign-in", "identity/unknown", null, Map.of("reason", reason));
    }

    /** Gives an account the identity by which it signs in from now on; its sessions end. */
    @Transactional
    public void link(String account, String subject, Viewer by) {
        var issuer = issuer();
        accounts.find(account).orElseThrow(() -> new NotFound("There is no account " + account + "."));
        store.lock();
        if (store.account(issuer, subject).isPresent() || store.subject(issuer, account).isPresent()) {
            throw new Conflict("STATE", "This account or this subject is linked already: end that first.");
        }
        linked(account, subject, issuer, by.by());
        accounts.deleteSessionsOf(account);
    }

    /** Ends an account's identity and its sessions; another one may take its place. */
    @Transactional
    public void unlink(String account, Viewer by) {
        var issuer = issuer();
        var subject = store.subject(issuer, account).orElse("");
        if (!store.unlink(issuer, account)) throw new NotFound("No identity is linked to " + account + ".");
        ledger.record(by.by(), "unlink-identity", "account/" + account, Map.of("issuer", issuer, "subject", subject), null);
        accounts.deleteSessionsOf(account);
    }

    private Admission known(String name, Proven who, Instant now) {
        var account = accounts.find(name);
        if (account.isEmpty()) return new Admission.Refused("ENDED", "This account has ended.");
        var person = account.get().person();
        if (person != null) {
            return standings.hasLeft(person, now) ? left() : new Admission.Let(account.get());
        }
        return match(who, now)
                .filter(match -> match.byName() && !standings.hasLeft(match.person(), now))
                .filter(match -> accounts.givePerson(name, match.person()))
                .flatMap(match -> accounts.find(name))
                .<Admission>map(Admission.Let::new)
                .orElseGet(() -> new Admission.Let(account.get()));
    }

    private Admission unknown(Proven who, Instant now) {
        var match = match(who, now);
        if (match.isEmpty()) return made(who, null, now);
        var person = match.get().person();
        if (standings.hasLeft(person, now)) return left();
        var there = accounts.ofPerson(person);
        if (there.isEmpty()) return made(who, person, now);
        if (store.subject(who.issuer(), there.get().name()).isPresent()) {
            return new Admission.Refused("OTHER_IDENTITY", "Another identity is linked to the account of " + person + ": ask an administrator.");
        }
        if (!match.get().byName()) {
            return new Admission.Refused("EMAIL_ALONE", "There is an account of " + person + " already, and an e-mail address alone does not open it: ask an administrator.");
        }
        linked(there.get().name(), who.subject(), who.issuer(), BY);
        return new Admission.Let(there.get());
    }

    private Optional<Match> match(Proven who, Instant now) {
        var named = who.person();
        if (named != null && (standings.isDeclared(named, now) || standings.hasLeft(named, now))) {
            return Optional.of(new Match(named, true));
        }
        var email = who.email();
        return email == null ? Optional.empty() : standings.ofEmail(email, now).map(person -> new Match(person, false));
    }

    private Admission made(Proven who, @Nullable String person, Instant now) {
        var hash = Sha256.of(who.issuer() + "\n" + who.subject());
        var unique = stem(who) + "-" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        var shown = who.displayName() == null ? (person == null ? unique : person) : who.displayName();
        for (var name : person == null ? new String[] {unique} : new String[] {person, unique}) {
            var account = new Account(name, person, shown, false);
            if (accounts.insert(account, null, now)) {
                ledger.record(BY, "make-account", "account/" + name, null, account);
                linked(name, who.subject(), who.issuer(), BY);
                return new Admission.Let(account);
            }
        }
        return new Admission.Refused("NAME_TAKEN", "The account " + unique + " is somebody else's: ask an administrator.");
    }

    private void linked(String account, String subject, String issuer, String by) {
        store.link(issuer, subject, account, clock.instant());
        ledger.record(by, "link-identity", "account/" + account, null, Map.of("issuer", issuer, "subject", subject));
    }

    private void refused(String subject, String code) {
        ledger.record(BY, "refuse-sign-in", "identity/" + subject, null, Map.of("reason", code));
    }

    private static Admission left() {
        return new Admission.Refused("LEFT", "This person has left, and cannot sign in.");
    }

    private static Map<String, Object> facts(Proven who, Grants grants) {
        return Map.of("issuer", who.issuer(), "subject", who.subject(), "roles", new TreeSet<>(grants.roles()), "teams", new TreeSet<>(grants.teams()));
    }

    private static String stem(Proven who) {
        var text = who.person() == null ? "oidc" : who.person().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return text.isEmpty() ? "oidc" : text.substring(0, Math.min(text.length(), LONGEST_STEM));
    }

    private String issuer() {
        var oidc = settings.oidc();
        if (oidc == null) throw new NotFound("No provider is set up here.");
        return oidc.issuer();
    }
}
