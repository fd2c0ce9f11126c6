package dev.holdfast.remuneration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of equal parts of a cost: what bears it, its budget line where one is declared, and who pays. {@code covers} are the
 * services that a domain's cost may be apportioned to.
 */
record Share(Bearer bearer, @Nullable String budgetLine, @Nullable String holder, List<String> covers) {

    Share {
        covers = List.copyOf(covers);
    }
}
