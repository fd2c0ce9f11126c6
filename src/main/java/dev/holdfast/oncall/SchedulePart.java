package dev.holdfast.oncall;

import dev.holdfast.catalogue.AppliedDocument;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.SpecPart;
import dev.holdfast.catalogue.SpecReader;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Tier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a Schedule document says. */
@Component
class SchedulePart implements SpecPart<Schedule> {

    static final String KIND = "Schedule";

    private static final Duration A_YEAR = Duration.ofDays(364);

    private final OverrideStore overrides;
    private final MovesTold told;
    private final Documents documents;
    private final Clock clock;

    SchedulePart(OverrideStore overrides, MovesTold told, Documents documents, Clock clock) {
        this.overrides = overrides;
        this.told = told;
        this.documents = documents;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Set<String> fields() {
        return Set.of("team", "domain", "duty", "tier", "hours", "timeZone", "layers", "overrides", "primary", "shadows");
    }

    @Override
    public @Nullable Schedule read(SpecReader spec) {
        var holder = holder(spec);
        var hours = spec.choice("hours", ScheduleHours.class);
        var primary = spec.flag("primary", false);
        var zone = spec.zone("timeZone");
        if (!spec.has("layers")) {
            spec.fault("layers", "REQUIRED", "layers is required");
        }
        var layers = spec.objects("layers").stream()
                .map(layer -> LayerReading.of(layer, zone))
                .filter(Objects::nonNull)
                .toList();
        if (!spec.has("timeZone") && spec.objects("layers").stream().anyMatch(layer -> !layer.has("timeZone"))) {
            spec.fault("timeZone", "REQUIRED", "timeZone is required, unless every layer has its own");
        }
        var made = spec.objects("overrides").stream().map(SchedulePart::override).filter(Objects::nonNull).toList();
        var shadows = spec.objects("shadows").stream().map(ShadowReading::of).filter(Objects::nonNull).toList();
        return holder == null
                ? null
                : new Schedule(holder, hours == null ? ScheduleHours.ALWAYS : hours, primary, new Roster(layers, made), shadows);
    }

    @Override
    public void applied(AppliedDocument document) {
        if (document.before() != null) {
            overrides.lock(document.name());
            tell(document, document.before());
        }
        if (document.ended()) {
            overrides.endAll(document.name(), document.effectiveFrom(), document.by());
        }
    }

    /** Those whose shifts of the next year move. A schedule that is new moves none. */
    private void tell(AppliedDocument document, Document before) {
        var now = clock.instant();
        var from = document.effectiveFrom().isAfter(now) ? document.effectiveFrom() : now;
        var until = from.plus(A_YEAR);
        var made = overrides.from(List.of(document.name()), from).stream().flatMap(override -> override.inForce().stream()).toList();
        var was = shifts(before, made, from, until);
        var becomes = document.after() == null ? List.<Shift>of() : shifts(document.after(), made, from, until);
        told.moved(document.name(), Moves.between(was, becomes), document.by());
    }

    private List<Shift> shifts(Document document, List<ScheduleOverride> made, Instant from, Instant until) {
        return documents.read(this, document).map(schedule -> schedule.roster().withOverrides(made).shifts(from, until)).orElse(List.of());
    }

    private static @Nullable Holder holder(SpecReader spec) {
        var team = spec.reference("team", "Team");
        var domain = spec.reference("domain", "Domain");
        var duty = spec.text("duty");
        var tier = spec.choice("tier", Tier.class);
        if (duty != null && !duty.equals(Holder.OfDuty.INCIDENT_MANAGER)) {
            spec.fault("duty", "UNKNOWN_VALUE", duty + " is not " + Holder.OfDuty.INCIDENT_MANAGER);
        }
        if (tier != null && !spec.has("team")) {
            spec.fault("tier", "STATE", "A tier stands with a team");
        }
        faultOtherThanOne(spec);
        if (team != null && !team.isBlank()) {
            return new Holder.OfTeam(new TeamName(team), tier);
        }
        if (domain != null && !domain.isBlank()) {
            return new Holder.OfDomain(new DomainName(domain));
        }
        return duty == null ? null : new Holder.OfDuty();
    }

    private static void faultOtherThanOne(SpecReader spec) {
        var named = Stream.of("team", "domain", "duty").filter(spec::has).toList();
        if (named.isEmpty()) {
            spec.fault("team", "REQUIRED", "A schedule is of a team, of a domain or of a duty");
        }
        named.stream().skip(1).forEach(field -> spec.fault(
                field, "STATE", "A schedule is of one team, domain or duty: it names %s as well".formatted(named.getFirst())));
    }

    private static @Nullable ScheduleOverride override(SpecReader spec) {
        var from = spec.required("from", spec.instant("from"));
        var to = spec.required("to", spec.instant("to"));
        var person = spec.required("person", spec.reference("person", "Person"));
        if (from != null && to != null && !from.isBefore(to)) {
            spec.fault("to", "OUT_OF_RANGE", "An override ends after it begins");
            return null;
        }
        return from == null || to == null || person == null || person.isBlank()
                ? null
                : new ScheduleOverride(from, to, new PersonName(person));
    }

    static List<PersonName> people(List<String> names) {
        return names.stream().filter(name -> !name.isBlank()).map(PersonName::new).toList();
    }
}
