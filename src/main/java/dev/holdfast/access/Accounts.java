package dev.holdfast.access;

import dev.holdfast.http.Conflict;
import dev.holdfast.http.Gone;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.keys.Secrets;
import dev.holdfast.keys.Sha256;
import dev.holdfast.ledger.Ledger;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who can sign in, and how they come to: the first address that is printed, and invitations. Links let in once. */
@Service
public class Accounts {

    /** The account of the environment's token, which is no person. */
    static final String AUTOMATION = "admin";

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,63}");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 256;
    private static final Duration WELCOME_LASTS = Duration.ofHours(24);
    private static final Duration INVITATION_LASTS = Duration.ofDays(7);
    private static final Duration FAILURES_COUNT_FOR = Duration.ofMinutes(15);
    private static final int FAILURES_OF_AN_ACCOUNT = 10;
    private static final int FAILURES_FROM_AN_ADDRESS = 50;

    private final AccountStore store;
    private final Ledger ledger;
    private final SignInSettings settings;
    private final ObjectProvider<Standings> standings;
    private final Clock clock;
    private final PasswordEncoder passwords = PasswordHashes.encoder();
    private final String nobodysHash = PasswordHashes.ofNoPassword();

    Accounts(AccountStore store, Ledger ledger, SignInSettings settings, ObjectProvider<Standings> standings, Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.settings = settings;
        this.standings = standings;
        this.clock = clock;
    }

    /** What came of a name and a password. */
    public sealed interface SignIn {
        record Welcome(Account account) implements SignIn {}

        record Wrong() implements SignIn {}

        record TooOften() implements SignIn {}
    }

    /** In the same time for a name that nobody has. */
    @Transactional
    public SignIn signIn(String name, String password, String address) {
        demandLocal();
        var now = clock.instant();
        var failures = store.failures(name, address, now.minus(FAILURES_COUNT_FOR));
        if (failures.forAccount() >= FAILURES_OF_AN_ACCOUNT || failures.fromAddress() >= FAILURES_FROM_AN_ADDRESS) {
            return new SignIn.TooOften();
        }
        var hash = store.passwordHash(name).orElse(nobodysHash);
        var right = password.length() <= LONGEST_PASSWORD && passwords.matches(password, hash);
        var account = right ? store.find(name).filter(found -> !hasLeft(found)) : Optional.<Account>empty();
        if (account.isEmpty()) {
            store.failed(name, address, now);
            return new SignIn.Wrong();
        }
        ledger.record(name, "sign-in", "account/" + name, null, null);
        return new SignIn.Welcome(account.get());
    }

    /** Whether passwords, invitations and the first administrator's address are used here at all. */
    public boolean areLocal() {
        return settings.localAccounts();
    }

    /** Whether anybody can sign in yet. */
    public boolean anybody() {
        return store.anybody();
    }

    /** A new secret for the first administrator's address; those of earlier starts end. */
    @Transactional
    public String welcome() {
        demandLocal();
        var now = clock.instant();
        store.withdrawFirstInvitations(now);
        var secret = Secrets.fresh();
        store.insertInvitation(Sha256.of(secret), null, "start", now, now.plus(WELCOME_LASTS));
        return secret;
    }

    /** A new secret for a person to set a password with; good for a week, once. */
    @Transactional
    public String invite(String person, Viewer by) {
        demandLocal();
        var now = clock.instant();
        var secret = Secrets.fresh();
        store.insertInvitation(Sha256.of(secret), person, by.by(), now, now.plus(INVITATION_LASTS));
        ledger.record(by.by(), "invite", "person/" + person, null, Map.of("person", person));
        return secret;
    }

    /** Whom a link lets in: a person, or with an empty name the first administrator. Empty where it lets in nobody. */
    @Transactional
    public Optional<String> invited(String secret) {
        demandLocal();
        return store.invited(Sha256.of(secret), clock.instant());
    }

    /** Makes the first administrator. @throws Gone when the address has been used, or is not the latest */
    @Transactional
    public Account becomeAdministrator(String secret, String name, String displayName, String password) {
        demandLocal();
        if (!NAME.matcher(name).matches()) {
            throw Unprocessable.of("name", "OUT_OF_RANGE", "A name has small letters, digits and dashes, at most 63.");
        }
        if (store.anybody()) {
            throw new Gone("There is an administrator already: ask for an invitation.");
        }
        use(secret, "");
        var account = new Account(name, null, displayName.isBlank() ? name : displayName.strip(), true);
        return made(account, password);
    }

    /** Gives the invited person an account, or a new password for the one they have. */
    @Transactional
    public Account accept(String secret, String displayName, String password) {
        demandLocal();
        var hash = Sha256.of(secret);
        var person = store.invited(hash, clock.instant())
                .filter(name -> !name.isEmpty())
                .orElseThrow(() -> new Gone("This invitation was used, or its week is over."));
        use(secret, person);
        var there = store.ofPerson(person);
        if (there.isPresent()) {
            store.setPassword(there.get().name(), encoded(password));
            store.deleteSessionsOf(there.get().name());
            ledger.record(person, "set-password", "account/" + there.get().name(), null, null);
            return there.get();
        }
        return made(new Account(person, person, displayName.isBlank() ? person : displayName.strip(), false), password);
    }

    private void demandLocal() {
        if (!settings.localAccounts()) throw new Gone("Accounts with passwords are switched off here: sign in at the organisation's provider.");
    }

    private boolean hasLeft(Account account) {
        var known = standings.getIfAvailable();
        return account.person() != null && known != null && known.hasLeft(account.person(), clock.instant());
    }

    private Account made(Account account, String password) {
        if (!store.insert(account, encoded(password), clock.instant())) {
            throw new Conflict("STATE", "There is an account " + account.name() + " already.");
        }
        ledger.record(account.name(), "make-account", "account/" + account.name(), null, account);
        return account;
    }

    private void use(String secret, String expected) {
        var hash = Sha256.of(secret);
        var now = clock.instant();
        if (store.invited(hash, now).filter(expected::equals).isEmpty()) {
            throw new Gone("This address was used, or its time is over.");
        }
        store.useInvitation(hash, now);
    }

    private String encoded(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw Unprocessable.of("password", "OUT_OF_RANGE", "A password has 12 to 256 characters.");
        }
        return passwords.encode(password);
    }
}
