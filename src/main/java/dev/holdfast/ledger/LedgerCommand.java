package dev.holdfast.ledger;

import dev.holdfast.keys.KeyFile;
import dev.holdfast.keys.Keyring;
import dev.holdfast.postgres.CannotStart;
import dev.holdfast.postgres.DatabaseAccess;
import java.nio.file.Path;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;

/** {@code verify-ledger}: the same look through the ledger without a server. */
public final class LedgerCommand {

    private LedgerCommand() {}

    /** Looks through the ledger of a database; throws {@link CannotStart} where it cannot. */
    public static Verdict verify(DatabaseAccess access, String givenKey, Path data) {
        var key = KeyFile.read(givenKey, data)
                .orElseThrow(() -> new CannotStart("The key of this installation is missing: put it back as "
                        + data.resolve("key") + " or set HOLDFAST_KEY."));
        var source = new PGSimpleDataSource();
        source.setURL(access.url());
        source.setUser(access.user());
        source.setPassword(access.password());
        try {
            var store = new LedgerStore(new JdbcTemplate(source));
            return new Verification(store, new JdbcTransactionManager(source), new Keyring(key)).verify();
        } catch (DataAccessException | TransactionException refused) {
            throw new CannotStart("The ledger cannot be read: " + refused.getMessage(), refused);
        }
    }

    /** A verdict in one line. */
    public static String line(Verdict verdict) {
        var broken = verdict.firstBroken();
        return broken == null
                ? "The ledger verifies: " + verdict.entries() + " entries, the last with the hash " + verdict.head().hash() + "."
                : "The ledger is broken at entry " + broken.sequence() + ": " + broken.why() + ".";
    }
}
