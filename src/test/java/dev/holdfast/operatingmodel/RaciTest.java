package dev.holdfast.operatingmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.catalogue.BudgetHolder;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.operatingmodel.Raci.Role;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaciTest {

    private static final Heads HEADS = new Heads("olu", "pat", "dia");

    /** Head of operations, application support, head of product, head of delivery, product team. */
    @ParameterizedTest
    @CsvSource({
        "YBYR, PRODUCT, IIAIR, HEAD_OF_PRODUCT, kim",
        "YBYR, DELIVERY, IIIAR, HEAD_OF_DELIVERY, kim",
        "YBYR, OPERATIONS, IIIAR, HEAD_OF_DELIVERY, kim",
        "OPS, PRODUCT, ARIII, HEAD_OF_OPERATIONS, olu",
        "OPS, DELIVERY, ARIII, HEAD_OF_OPERATIONS, olu",
    })
    void lettersFollowTheModelAndTheFunding(OperatingModel model, BudgetHolder.Function function, String letters, Role accountable, String person) {
        var raci = raci(model, new BudgetHolder(new PersonName("kim"), function), HEADS);

        assertThat(raci.rows().stream().map(row -> row.letter().name()).collect(Collectors.joining())).isEqualTo(letters);
        assertThat(raci.accountable()).isEqualTo(accountable);
        assertThat(raci.person()).isEqualTo(person);
    }

    @Test
    void headIsNamedWhereNobodyHoldsTheBudget() {
        assertThat(raci(OperatingModel.YBYR, null, HEADS).person()).isEqualTo("pat");
    }

    @Test
    void nobodyIsMadeUp() {
        var raci = raci(OperatingModel.YBYR, null, Heads.NONE);

        assertThat(raci.person()).isNull();
        assertThat(raci.explain().getLast().code()).isEqualTo("NOBODY_NAMED");
    }

    @Test
    void budgetInOperationsIsPointedAt() {
        var raci = raci(OperatingModel.YBYR, new BudgetHolder(new PersonName("olu"), BudgetHolder.Function.OPERATIONS), HEADS);

        assertThat(raci.explain()).anySatisfy(because -> assertThat(because.code()).isEqualTo("BUDGET_IN_OPERATIONS"));
    }

    private static Raci raci(OperatingModel model, @Nullable BudgetHolder holder, Heads heads) {
        return Raci.of(new Raci.Asked(model, holder, Raci.names(heads, "app-support", "shop-team")));
    }
}
