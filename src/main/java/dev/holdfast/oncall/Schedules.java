package dev.holdfast.oncall;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.http.NotFound;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is on call by a schedule, and the overrides that people put above it. */
@Service
public class Schedules {

    private final Documents documents;
    private final SchedulePart part;
    private final ScheduleBook book;
    private final OverrideStore overrides;
    private final ScheduleOwners owners;
    private final Overriding overriding;
    private final Clock clock;

    Schedules(
            Documents documents,
            SchedulePart part,
            ScheduleBook book,
            OverrideStore overrides,
            ScheduleOwners owners,
            Overriding overriding,
            Clock clock) {
        this.documents = documents;
        this.part = part;
        this.book = book;
        this.overrides = overrides;
        this.owners = owners;
        this.overriding = overriding;
        this.clock = clock;
    }

    public OnCall onCall(String name, Instant at) {
        return known(name).at(at);
    }

    public Shifts shifts(String name, Instant from, Instant to) {
        var shifts = known(name).shifts(from, to);
        return new Shifts(shifts, Timeline.gaps(shifts, from, to));
    }

    /** Of those schedules that there are in that time, by name; one question for all. */
    public Map<String, Shifts> shifts(Collection<String> names, Instant from, Instant to) {
        return documents.holding(() -> {
            var shifts = new LinkedHashMap<String, Shifts>();
            book.timelines(names, from).forEach((name, timeline) -> {
                var items = timeline.shifts(from, to);
                shifts.put(name, new Shifts(items, Timeline.gaps(items, from, to)));
            });
            return shifts;
        });
    }

    /** Every schedule in force, by name: who is on call by it and who is next. */
    public List<OnCallNow> now(Instant at) {
        return now(documents.at(at), at, (name, schedule) -> true);
    }

    /** One of them. */
    public Optional<OnCallNow> now(String name, Instant at) {
        return now(documents.at(at), at, (each, schedule) -> each.equals(name)).stream().findFirst();
    }

    /** Those by which each of several people is on call, by one question. */
    public Map<PersonName, List<OnCallNow>> ofPeople(Instant at) {
        return now(at).stream()
                .filter(schedule -> schedule.person() != null)
                .collect(Collectors.groupingBy(schedule -> Objects.requireNonNull(schedule.person())));
    }

    /** Those of each team, by one question. */
    public Map<TeamName, List<OnCallNow>> ofTeams(Instant at) {
        return now(at).stream()
                .filter(schedule -> schedule.team() != null)
                .collect(Collectors.groupingBy(schedule -> Objects.requireNonNull(schedule.team())));
    }

    /** The schedules that are asked out of hours of teams and domains, with everybody who takes turns; without a query. */
    public List<NightRota> nights(Instant at) {
        var view = documents.at(at);
        return view.parts(part).entrySet().stream()
                .filter(each -> each.getValue().hours().fits(Hours.OUT_OF_HOURS) >= 0)
                .flatMap(each -> NightRota.of(
                        each.getKey(),
                        view.document(SchedulePart.KIND, each.getKey()).map(Document::title).orElse(null),
                        each.getValue(), at))
                .toList();
    }

    /** Those of a team. */
    public List<OnCallNow> now(TeamName team, Instant at) {
        return now(documents.at(at), at, (name, schedule) ->
                schedule.holder() instanceof Holder.OfTeam(var holder, var tier) && holder.equals(team));
    }

    /** Those of a domain. */
    public List<OnCallNow> now(DomainName domain, Instant at) {
        return now(documents.at(at), at, (name, schedule) -> schedule.holder().equals(new Holder.OfDomain(domain)));
    }

    /** Those that name a person in a turn, or in an override that goes on or is ahead. */
    public List<OnCallNow> naming(PersonName person, Instant at) {
        var byHand = overrides.schedulesOf(person, at);
        return now(documents.at(at), at, (name, schedule) -> byHand.contains(name) || schedule.roster().names(person));
    }

    /** Those that name a person, and those of several teams and domains, by two questions. */
    public List<OnCallNow> concerning(PersonName person, Collection<TeamName> teams, Collection<DomainName> domains, Instant at) {
        var byHand = overrides.schedulesOf(person, at);
        return now(documents.at(at), at, (name, schedule) -> byHand.contains(name) || schedule.roster().names(person) || isOf(schedule, teams, domains));
    }

    private static boolean isOf(Schedule schedule, Collection<TeamName> teams, Collection<DomainName> domains) {
        return switch (schedule.holder()) {
            case Holder.OfTeam(var team, var tier) -> teams.contains(team);
            case Holder.OfDomain(var domain) -> domains.contains(domain);
            case Holder.OfDuty() -> false;
        };
    }

    /** Those by which a person is on call at that instant. */
    public List<OnCallNow> now(PersonName person, Instant at) {
        return naming(person, at).stream().filter(schedule -> person.equals(schedule.person())).toList();
    }

    /** The overrides of a schedule that people made, those made last at the end. */
    public List<MadeOverride> overrides(String name) {
        known(name);
        return overrides.of(name);
    }

    /** Whether they may put somebody above it, or end that. */
    public boolean mayChange(String name, Viewer viewer) {
        return documents.at(clock.instant()).part(part, name).filter(schedule -> owners.mayChange(viewer, schedule)).isPresent();
    }

    /** What of it lies before now does not count: an override never changes the past. */
    @Transactional
    public MadeOverride override(String name, NewOverride asked, Viewer viewer) {
        return overriding.make(name, schedule(name, clock.instant()), asked, viewer);
    }

    /** Ends what of it is still ahead. */
    @Transactional
    public void endOverride(String name, String id, Viewer viewer) {
        var override = overrides.find(name, id).orElseThrow(() -> new NotFound("The schedule %s has no override %s.".formatted(name, id)));
        overriding.end(override, schedule(name, clock.instant()), viewer);
    }

    private Schedule schedule(String name, Instant at) {
        return documents.at(at).part(part, name).orElseThrow(() -> unknown(name));
    }

    private Timeline known(String name) {
        var timeline = book.timeline(name);
        if (timeline.versions().isEmpty()) {
            throw unknown(name);
        }
        return timeline;
    }

    private static NotFound unknown(String name) {
        return new NotFound("There is no schedule " + name + ".");
    }

    private List<OnCallNow> now(CatalogueView view, Instant at, BiPredicate<String, Schedule> wanted) {
        return book.rota(view, at, wanted).schedules().stream()
                .sorted(Comparator.comparing(NamedSchedule::name))
                .map(schedule -> now(view, schedule, at))
                .toList();
    }

    private static OnCallNow now(CatalogueView view, NamedSchedule schedule, Instant at) {
        var onCall = schedule.timeline().at(at);
        var next = schedule.timeline().nextOther(at, onCall.person());
        var title = view.document(SchedulePart.KIND, schedule.name()).map(document -> document.title());
        return new OnCallNow(
                schedule.name(),
                title.orElse(null),
                schedule.holder().words(),
                schedule.holder() instanceof Holder.OfTeam(var team, var tier) ? team : null,
                schedule.holder() instanceof Holder.OfDomain(var domain) ? domain : null,
                schedule.schedule().hours().word(),
                onCall.person(),
                onCall.until(),
                next.map(Shift::person).orElse(null),
                next.map(Shift::from).orElse(null));
    }
}
