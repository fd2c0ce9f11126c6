package dev.holdfast.insurance.web;

import dev.holdfast.insurance.Question;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a simulation is asked of: numbers of teams, or the organisation with services moved. */
record SimulationBody(
        @Nullable List<Integer> teams,
        Question.@Nullable Levels levels,
        @Nullable Integer teamsPerDomain,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal operationsRate,
        @Nullable Boolean organisation,
        @Nullable List<MoveBody> move) {

    record MoveBody(@Nullable String service, @Nullable String level) {}

    boolean isOfOrganisation() {
        return Boolean.TRUE.equals(organisation);
    }

    Question question() {
        return new Question(teams == null ? List.of() : teams, levels, teamsPerDomain, rate, operationsRate);
    }
}
