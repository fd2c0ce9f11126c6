package dev.holdfast.demo;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.remuneration.StatementFilter;
import dev.holdfast.remuneration.Statements;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Last month's pay: Pat has approved that of the checkout team, and has the others before her. */
@Component
class Payday {

    private static final Viewer PAT = new Viewer("pat", "pat", Set.of(), Set.of(), Set.of(Scope.READ), null, null);
    private static final String FIRST = "checkout-team";

    private final Statements statements;

    Payday(Statements statements) {
        this.statements = statements;
    }

    void approveSome() {
        var month = statements.thisMonth().minusMonths(1);
        statements.of(StatementFilter.of(month, null, FIRST, null), PAT).stream()
                .filter(statement -> statements.mayApprove(statement, PAT))
                .forEach(statement -> statements.approve(statement.id(), null, PAT));
    }
}
