package dev.holdfast.catalogue;

import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is declared, as it stood at one instant. */
public final class CatalogueView {

    private final State state;
    private final Instant at;

    CatalogueView(State state, Instant at) {
        this.state = state;
        this.at = at;
    }

    public Instant at() {
        return at;
    }

    /** The next instant at which something declared begins or ends; null where nothing does. */
    public @Nullable Instant until() {
        return state.valid().to();
    }

    /** What a part makes of a document; empty where there is no such document. */
    public <T> Optional<T> part(SpecPart<T> part, String name) {
        var held = state.held(part.kind(), name);
        return held == null ? Optional.empty() : held.part(part);
    }

    /** What a part makes of every document of its kind, by name. */
    public <T> Map<String, T> parts(SpecPart<T> part) {
        return state.parts(part);
    }

    public Optional<Document> document(String kind, String name) {
        return Optional.ofNullable(state.held(kind, name)).map(Held::document);
    }

    /** By name. */
    public List<Document> documents(String kind) {
        return state.documents(kind);
    }

    public Optional<Service> service(ServiceName name) {
        return part(ServicePart.IT, name.value());
    }

    /** By its name, else by its title in any case; a title that two services have is a name of neither. */
    public Optional<Service> serviceCalled(String text) {
        var named = part(ServicePart.IT, text);
        if (named.isPresent()) return named;
        var titled = Groups.in(state.groups().byTitle(), text.toLowerCase(Locale.ROOT));
        return titled.size() == 1 ? Optional.of(titled.getFirst()) : Optional.empty();
    }

    public Collection<Service> services() {
        return parts(ServicePart.IT).values();
    }

    public List<Service> servicesOf(TeamName owner) {
        return Groups.in(state.groups().byOwner(), owner);
    }

    public List<Service> servicesIn(DomainName domain) {
        return Groups.in(state.groups().byDomain(), domain);
    }

    /** Those that name it as what they need, by name. */
    public List<Service> servicesNeeding(ServiceName service) {
        return Groups.in(state.groups().byNeed(), service);
    }

    /** What goes down with what. */
    public BlastRadius radius() {
        return state.radius();
    }

    public Optional<Team> team(TeamName name) {
        return part(TeamPart.IT, name.value());
    }

    public Collection<Team> teams() {
        return parts(TeamPart.IT).values();
    }

    public List<Team> teams(TeamKind kind) {
        return Groups.in(state.groups().byKind(), kind);
    }

    public List<Team> teamsOf(PersonName member) {
        return Groups.in(state.groups().byMember(), member);
    }

    public Optional<Person> person(PersonName name) {
        return part(PersonPart.IT, name.value());
    }

    public Collection<Person> people() {
        return parts(PersonPart.IT).values();
    }

    /** Those of them who administer, by name. */
    public List<PersonName> administrators() {
        return state.groups().administrators();
    }

    public Optional<Domain> domain(DomainName name) {
        return part(DomainPart.IT, name.value());
    }

    public Collection<Domain> domains() {
        return parts(DomainPart.IT).values();
    }

    public Optional<ThirdParty> thirdParty(String name) {
        return part(ThirdPartyPart.IT, name);
    }

    public Collection<ThirdParty> thirdParties() {
        return parts(ThirdPartyPart.IT).values();
    }

    public Optional<Organisation> organisation() {
        return parts(OrganisationPart.IT).values().stream().findFirst();
    }

    /** The organisation's templates of links. */
    public LinkTemplates linkTemplates() {
        return parts(LinkTemplatesPart.IT).values().stream().findFirst().orElse(LinkTemplates.NONE);
    }

    /** The owner that a service names, where there is such a team. */
    public Optional<Team> ownerOf(ServiceName name) {
        return service(name).map(Service::owner).flatMap(this::team);
    }

    /** The team's own working hours, else the organisation's. */
    public WorkingCalendar calendarOf(@Nullable TeamName team) {
        return Optional.ofNullable(team).flatMap(this::team).filter(Team::hasOwnHours).map(own -> state.calendar(own.name())).orElseGet(this::calendar);
    }

    /** The organisation's working hours; those of the example where it has said none. */
    public WorkingCalendar calendar() {
        return state.calendar(null);
    }

    /** The names of the holiday calendars that count where {@link #calendarOf} is asked of that team. */
    public List<String> holidayCalendarsOf(@Nullable TeamName team) {
        return state.hours(Optional.ofNullable(team).flatMap(this::team).filter(Team::hasOwnHours).map(Team::name).orElse(null))
                .holidayCalendars();
    }

    public Optional<HolidayCalendar> holidayCalendar(String name) {
        return part(HolidayCalendarPart.IT, name);
    }

    public Collection<HolidayCalendar> holidayCalendars() {
        return parts(HolidayCalendarPart.IT).values();
    }
}
