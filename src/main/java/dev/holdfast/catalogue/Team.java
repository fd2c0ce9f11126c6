package dev.holdfast.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A team as it is declared; {@code own} are its working hours where they differ from the organisation's. */
public record Team(
        TeamName name,
        @Nullable String title,
        @Nullable String description,
        @Nullable TeamKind kind,
        List<PersonName> members,
        @Nullable PersonName productManager,
        @Nullable PersonName lead,
        @Nullable BudgetHolder budgetHolder,
        @Nullable WorkingHours own) {

    public Team {
        members = List.copyOf(members);
    }

    public boolean hasOwnHours() {
        return own != null;
    }

    /** The title, or the name where there is none. */
    public String shown() {
        return title == null ? name.value() : title;
    }
}
