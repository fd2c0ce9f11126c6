package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.DomainName;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.catalogue.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;

/** Who was really on call through a part of time, after overrides and every change; in two queries at most, however many schedules. */
@Service
public class ServedTimes {

    private final Documents documents;
    private final SchedulePart part;
    private final ScheduleBook book;

    ServedTimes(Documents documents, SchedulePart part, ScheduleBook book) {
        this.documents = documents;
        this.part = part;
        this.book = book;
    }

    public List<Served> ofTeam(TeamName team, Instant from, Instant to) {
        return over(from, to, schedule -> OnCallChecks.isOf(schedule, team));
    }

    public List<Served> ofDomain(DomainName domain, Instant from, Instant to) {
        return over(from, to, schedule -> schedule.holder().equals(new Holder.OfDomain(domain)));
    }

    /** By every schedule that names one of these people, in a turn or an override. */
    public List<Served> naming(Collection<PersonName> people, Instant from, Instant to) {
        return over(from, to, schedule -> people.stream().anyMatch(person -> schedule.roster().names(person)));
    }

    public List<Served> all(Instant from, Instant to) {
        return over(from, to, schedule -> true);
    }

    private List<Served> over(Instant from, Instant to, Predicate<Schedule> wanted) {
        return documents.holdingFrom(from, () -> {
            var view = documents.at(to);
            var names = documents.names(SchedulePart.KIND, from);
            var made = book.overridden(from).of(names);
            var served = new ArrayList<Served>();
            documents.versions(part, names, from).forEach((name, versions) -> {
                var overridden = versions.stream().map(version -> overridden(version, made.getOrDefault(name, List.of()))).toList();
                if (overridden.stream().map(Version::value).anyMatch(wanted)) served.add(served(view, name, overridden, from, to));
            });
            return served;
        });
    }

    private static Version<Schedule> overridden(Version<Schedule> version, List<ScheduleOverride> made) {
        var its = version.value();
        return new Version<>(version.inForce(), new Schedule(its.holder(), its.hours(), its.primary(), its.roster().withOverrides(made)));
    }

    private static Served served(CatalogueView view, String name, List<Version<Schedule>> versions, Instant from, Instant to) {
        var latest = versions.getLast().value();
        var team = latest.holder() instanceof Holder.OfTeam(var its, var tier) ? its : null;
        var domain = latest.holder() instanceof Holder.OfDomain(var its) ? its : null;
        var shifts = Timeline.of(versions, List.of()).shifts(from, to);
        return new Served(name, team, domain, view.calendarOf(team), latest.roster().participants(to), shifts);
    }
}
