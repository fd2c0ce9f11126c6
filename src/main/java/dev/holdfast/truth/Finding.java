package dev.holdfast.truth;

import dev.holdfast.quantities.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is not true, or not said.
 *
 * @param kind of what it is about: {@code Service}
 * @param name of what it is about, which need not be there
 * @param sentence what is found
 * @param atRiskPerHour what an hour without the services concerned costs, where that is known
 * @param field where it is mended, as a field of its document: {@code spec.owner}
 * @param others what else is concerned, by name
 * @param nearest what may be meant, where something is near
 */
public record Finding(
        Check check,
        String kind,
        String name,
        String sentence,
        @Nullable Money atRiskPerHour,
        String field,
        List<String> others,
        @Nullable String nearest) {

    public Finding {
        others = List.copyOf(others);
    }

    static Finding of(Check check, String kind, String name, String sentence, @Nullable Money atRisk, String field) {
        return new Finding(check, kind, name, sentence, atRisk, field, List.of(), null);
    }

    Finding with(List<String> concerned) {
        return new Finding(check, kind, name, sentence, atRiskPerHour, field, concerned, nearest);
    }

    Finding near(@Nullable String meant) {
        return new Finding(check, kind, name, sentence, atRiskPerHour, field, others, meant);
    }

    /** By which a list of findings is continued. */
    String key() {
        return check + "/" + kind + "/" + name;
    }
}
