package dev.holdfast.oncall;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import org.jspecify.annotations.Nullable;

/** Whose schedule it is: a team's, for operations with a tier, a domain's, or that of a duty. */
sealed interface Holder {

    record OfTeam(TeamName team, @Nullable Tier tier) implements Holder {}

    record OfDomain(DomainName domain) implements Holder {}

    /** The duty of the incident manager, the only one there is. */
    record OfDuty() implements Holder {

        static final String INCIDENT_MANAGER = "incident-manager";
    }
}
