package dev.holdfast.catalogue;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All fields of a Team. */
final class TeamPart implements SpecPart<Team> {

    static final TeamPart IT = new TeamPart();
    static final String KIND = "Team";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("kind", "members", "productManager", "lead", "budgetHolder", "workingHours");
    }

    @Override
    public Team read(SpecReader spec) {
        return new Team(
                new TeamName(spec.name()),
                spec.title(),
                spec.description(),
                spec.required("kind", spec.choice("kind", TeamKind.class)),
                spec.references("members", PersonPart.KIND).stream()
                        .filter(name -> !name.isBlank())
                        .map(PersonName::new)
                        .distinct()
                        .toList(),
                person(spec, "productManager"),
                person(spec, "lead"),
                budgetHolder(spec),
                WorkingHours.read(spec));
    }

    private static @Nullable BudgetHolder budgetHolder(SpecReader spec) {
        var holder = spec.object("budgetHolder");
        if (holder == null) return null;
        var person = holder.required("person", person(holder, "person"));
        var function = holder.choice("function", BudgetHolder.Function.class);
        return person == null ? null : new BudgetHolder(person, function);
    }

    static @Nullable PersonName person(SpecReader spec, String field) {
        return Optional.ofNullable(spec.reference(field, PersonPart.KIND))
                .filter(name -> !name.isBlank())
                .map(PersonName::new)
                .orElse(null);
    }
}
