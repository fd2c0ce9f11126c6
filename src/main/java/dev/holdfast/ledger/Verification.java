package dev.holdfast.ledger;

import dev.holdfast.keys.Keyring;
import java.util.Optional;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the whole chain, in one unchanging view of it, and compares it with its sealed head. */
final class Verification {

    private final LedgerStore store;
    private final Keyring keyring;
    private final TransactionTemplate view;

    Verification(LedgerStore store, PlatformTransactionManager transactions, Keyring keyring) {
        this.store = store;
        this.keyring = keyring;
        this.view = new TransactionTemplate(transactions);
        view.setReadOnly(true);
        view.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    Verdict verify() {
        return view.execute(open -> {
            var links = new Links(Head.BEGINNING);
            store.each(links::next);
            var broken = links.broken().or(() -> atTheEnd(links.last())).orElse(null);
            return new Verdict(broken == null, links.entries(), links.last(), broken);
        });
    }

    private Optional<Broken> atTheEnd(Head last) {
        var sealed = store.head();
        var head = sealed.head();
        if (head.sequence() > last.sequence()) {
            return Optional.of(new Broken(last.sequence() + 1,
                    "the tail is cut: the head says that there are " + head.sequence() + " entries"));
        }
        if (!head.equals(last)) {
            return Optional.of(new Broken(last.sequence(), "the head does not agree with the last entry"));
        }
        var untouched = head.equals(Head.BEGINNING) && sealed.seal().isEmpty();
        return untouched || keyring.isSigned("ledger", head.words(), sealed.seal())
                ? Optional.empty()
                : Optional.of(new Broken(last.sequence(), "the head is not sealed with this installation's key"));
    }
}
