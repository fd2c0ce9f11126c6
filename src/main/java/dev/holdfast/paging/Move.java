package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import java.util.List;
import java.util.Set;

/** What a callout does next, and which steps it passed over on the way. */
sealed interface Move {

    List<Skip> skipped();

    /** Call the people of this line: the step lasts its timeout. */
    record Call(int round, int step, Lines.Line line, Set<PersonName> called, List<Skip> skipped) implements Move {

        public Call {
            called = Set.copyOf(called);
        }
    }

    /** All rounds are through, or a whole round found nobody. */
    record Unanswered(List<Skip> skipped) implements Move {}

    /** A step in which nobody could be reached: {@code people} are those who should have been. */
    record Skip(int round, int step, String line, List<PersonName> people) {

        String sentence() {
            var who = String.join(", ", people.stream().map(PersonName::value).toList());
            return "Step %d (%s) is skipped: %s."
                    .formatted(step, line, people.isEmpty() ? "there is nobody" : who + " cannot be reached");
        }
    }
}
