package dev.holdfast.insurance;

import java.util.List;

/** What the organisation's standby costs as it is, and with services at another level; the same where none is moved. */
public record OrganisationCost(StandbyCost now, StandbyCost then, List<Moved> moved) {

    public OrganisationCost {
        moved = List.copyOf(moved);
    }
}
