package dev.holdfast.oncall;

import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import org.jspecify.annotations.Nullable;

/** Whose schedule it is: a team's, for operations with a tier, a domain's, or that of a duty. */
sealed interface Holder {

    /** Its name for people. */
    String words();

    record OfTeam(TeamName team, @Nullable Tier tier) implements Holder {

        @Override
        public String words() {
            return tier == null ? team.value() : team.value() + " " + tier;
        }
    }

    record OfDomain(DomainName domain) implements Holder {

        @Override
        public String words() {
            return domain.value();
        }
    }

    /** The duty of the incident manager, the only one there is. */
    record OfDuty() implements Holder {

        static final String INCIDENT_MANAGER = "incident-manager";

        @Override
        public String words() {
            return INCIDENT_MANAGER;
        }
    }
}
