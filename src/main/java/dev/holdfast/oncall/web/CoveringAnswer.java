package dev.holdfast.oncall.web;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.oncall.Covering;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who covers a service, as programs read it. */
record CoveringAnswer(
        ServiceName service,
        Instant at,
        String status,
        String level,
        String hours,
        List<PersonName> people,
        @Nullable String schedule,
        @Nullable Instant until,
        @Nullable Instant suppressedUntil,
        List<TierAnswer> tiers,
        Covering.@Nullable Next next,
        boolean gap,
        List<Because> explain) {

    static CoveringAnswer of(Covering covering) {
        return new CoveringAnswer(
                covering.service(),
                covering.at(),
                covering.status().word(),
                covering.level().word(),
                covering.hours().word(),
                covering.people(),
                covering.schedule(),
                covering.until(),
                covering.suppressedUntil(),
                covering.tiers().stream().map(TierAnswer::of).toList(),
                covering.next(),
                covering.gap(),
                covering.explain());
    }

    record TierAnswer(String tier, TeamName team, @Nullable String schedule, List<PersonName> people) {

        static TierAnswer of(Covering.TierCover cover) {
            return new TierAnswer(cover.tier().name(), cover.team(), cover.schedule(), cover.people());
        }
    }
}
