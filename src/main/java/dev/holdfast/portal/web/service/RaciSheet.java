package dev.holdfast.portal.web.service;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.operatingmodel.Governance;
import dev.holdfast.operatingmodel.Policies;
import dev.holdfast.operatingmodel.Raci;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.quantities.Money;
import dev.holdfast.remuneration.BudgetLines;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down who answers for what of a service (G1, G2). */
@Component
class RaciSheet {

    private final Documents documents;
    private final Governance governance;
    private final BudgetLines lines;
    private final Policies policies;

    RaciSheet(Documents documents, Governance governance, BudgetLines lines, Policies policies) {
        this.documents = documents;
        this.governance = governance;
        this.lines = lines;
        this.policies = policies;
    }

    /** Null for a service that has no operating model yet. */
    @Nullable RaciTable table(ServiceName name, ReaderTime time) {
        return documents.holding(() -> {
            var view = documents.at(time.now());
            var names = new Names(view);
            return governance.raci(name, time.now()).map(raci -> table(view, name, raci, names)).orElse(null);
        });
    }

    private RaciTable table(CatalogueView view, ServiceName name, Raci raci, Names names) {
        var pairs = new ArrayList<Pair>();
        pairs.add(raci.person() == null
                ? Pair.missing("Accountable", "nobody is named").because(raci.explain())
                : Pair.to("Accountable", names.of(raci.person()) + ", " + as(raci), "/people/" + raci.person())
                        .because(raci.explain()));
        pairs.add(lines.of(view, name)
                .map(line -> Pair.to("On-call budget", "%s, %s".formatted(
                        Figures.money(new Money(line.planned(), policies.in(view).currency())), line.funding().word()), "/budget?year=" + line.from().getYear()))
                .orElseGet(() -> Pair.of("On-call budget", "no budget line")));
        return new RaciTable(pairs, raci.rows().stream().map(row -> row(row, names)).toList(), raci.explain());
    }

    /** Who holds the budget need not head the function that it comes from. */
    private static String as(Raci raci) {
        var heads = raci.rows().stream().anyMatch(row -> row.role() == raci.accountable() && Objects.equals(row.who(), raci.person()));
        return heads ? raci.accountable().title().toLowerCase(Locale.ROOT) : "budget holder";
    }

    private static RaciTable.Row row(Raci.Row row, Names names) {
        return new RaciTable.Row(row.role().title(), who(row, names), row.letter().name(), switch (row.letter()) {
            case R -> "responsible";
            case A -> "accountable";
            case I -> "informed";
        });
    }

    private static Pair who(Raci.Row row, Names names) {
        var who = row.who();
        if (who == null) return Pair.of(row.role().title(), "not named");
        return switch (row.role()) {
            case APPLICATION_SUPPORT, PRODUCT_TEAM -> Pair.to(row.role().title(), who, "/teams/" + who);
            case HEAD_OF_OPERATIONS, HEAD_OF_PRODUCT, HEAD_OF_DELIVERY -> Pair.to(row.role().title(), names.of(who), "/people/" + who);
        };
    }
}
