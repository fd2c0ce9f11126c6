package dev.holdfast.portal.web.service;

import dev.holdfast.portal.web.Pair;
import dev.holdfast.quantities.Because;
import java.util.List;

/** Who answers for what of a service, with what being on call for it may cost. */
public record RaciTable(List<Pair> accountable, List<Row> rows, List<Because> why) {

    /** A role, who has it, and its letter with the word. */
    public record Row(String role, Pair who, String letter, String word) {}
}
