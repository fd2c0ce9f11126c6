package dev.holdfast.changes;

import dev.holdfast.catalogue.ServiceName;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a ChangeTemplate document says: which changes of a service are of low risk and repeatable, and why (C1).
 *
 * @param expires the first day on which it covers nothing any more
 */
public record ChangeTemplate(
        String name, @Nullable String title, ServiceName service, Set<String> environments, String lowRisk, String repeatable,
        Set<Criterion> criteria, Plan plan, LocalDate expires) {

    /** How such a change is made, seen to work, and taken back. */
    public record Plan(@Nullable String steps, @Nullable String test, @Nullable String backOut) {}

    public ChangeTemplate {
        environments = Set.copyOf(environments);
        criteria = Set.copyOf(criteria);
    }

    public String shown() {
        return title == null ? name : title;
    }
}
