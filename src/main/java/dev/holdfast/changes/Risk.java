package dev.holdfast.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is known of how risky a change is. Low is what a template covers; whatever is not shown to be low is high. */
public record Risk(Level level, List<String> facts) {

    /** How careful to be. */
    public enum Level {
        LOW,
        HIGH;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Risk {
        facts = List.copyOf(facts);
    }

    /** @param earned what the last changes of its service show */
    static Risk of(Change change, Earned earned) {
        var facts = new ArrayList<String>();
        if (change.template() != null) facts.add("The template %s covers it.".formatted(change.template()));
        change.unmet().forEach(criterion -> facts.add("Not shown: %s.".formatted(criterion.sentence())));
        if (!change.commits().isEmpty()) facts.add(change.commits().size() == 1 ? "It has 1 commit." : "It has %d commits.".formatted(change.commits().size()));
        facts.add(switch (earned.changes()) {
            case 0 -> "It is the first change of %s that is known.".formatted(change.service());
            case 1 -> "The one change before it %s.".formatted(earned.failed() == 1 ? "failed" : "did not fail");
            default -> "Of the last %d changes %d failed.".formatted(earned.changes(), earned.failed());
        });
        if (change.isEmergency()) facts.add("It is an emergency.");
        return new Risk(change.kind() == Change.Kind.STANDARD ? Level.LOW : Level.HIGH, facts);
    }
}
