package dev.holdfast.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.TeamName;
import dev.holdfast.notification.Contacts;
import dev.holdfast.quantities.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What will go wrong with who is on call: gaps, shifts in leave, people who leave or cannot be reached, changes of the clocks. */
@Service
public class OnCallForecast {

    private static final Comparator<Check> BY_DATE = Comparator.comparing((Check check) -> check.from() == null ? Instant.MIN : check.from())
            .thenComparing(check -> String.valueOf(check.schedule()))
            .thenComparing(check -> check.code().name())
            .thenComparing(check -> check.people().toString())
            .thenComparing(check -> String.valueOf(check.to()));

    private final Documents documents;
    private final ScheduleBook book;
    private final Stakes stakes;
    private final Contacts contacts;
    private final LeaveStore leaves;
    private final Findings findings;

    OnCallForecast(Documents documents, ScheduleBook book, Stakes stakes, Contacts contacts, LeaveStore leaves, Findings findings) {
        this.documents = documents;
        this.book = book;
        this.stakes = stakes;
        this.contacts = contacts;
        this.leaves = leaves;
        this.findings = findings;
    }

    /** Over so many months, by date: of one team's schedules, of one schedule, or of all that count; as many queries for all as for one. */
    public List<Check> over(Instant now, int months, @Nullable TeamName team, @Nullable String schedule) {
        return documents.holding(() -> {
            var view = documents.at(now);
            var end = now.atZone(ZoneOffset.UTC).plusMonths(months).toInstant();
            return over(view, end, (name, its) -> (schedule == null || schedule.equals(name)) && (team == null || OnCallChecks.isOf(its, team)));
        });
    }

    private List<Check> over(CatalogueView view, Instant end, BiPredicate<String, Schedule> wanted) {
        var holders = book.holders(view, wanted);
        var rota = book.rota(view, view.at(), (name, its) -> holders.contains(its.holder()));
        var used = rota.used();
        var asked = rota.schedules().stream().filter(each -> used.contains(each.name()) && wanted.test(each.name(), each.schedule())).toList();
        return findings.dated(outlooks(view, asked, end).flatMap(OnCallForecast::of).sorted(BY_DATE).toList(), view.at());
    }

    static Stream<Check> of(Outlook ahead) {
        var found = new ArrayList<Check>(GapsAhead.of(ahead));
        found.addAll(PeopleAhead.of(ahead));
        found.addAll(SeamsAhead.of(ahead));
        return found.stream();
    }

    /** What is known of all their people is asked for once; each is worked out when it is its turn. */
    Stream<Outlook> outlooks(CatalogueView view, List<NamedSchedule> schedules, Instant end) {
        var now = view.at();
        var everybody = schedules.stream().flatMap(each -> each.timeline().everybody(now).stream()).collect(Collectors.toSet());
        var known = known(view, everybody, end);
        var meant = new MeantTimes(now, end);
        var stake = stakes.in(view, schedules.stream().map(NamedSchedule::holder).collect(Collectors.toSet()));
        return schedules.stream().map(each -> {
            var whose = whose(view, each);
            var hours = each.schedule().hours();
            return new Outlook(each, whose, now, end, each.timeline().shifts(now, end), meant.of(hours, whose.calendar()), known,
                    stake.of(each.schedule(), whose.calendar()));
        });
    }

    private Outlook.Known known(CatalogueView view, Set<PersonName> everybody, Instant end) {
        var away = everybody.isEmpty() ? List.<Leave>of() : leaves.of(everybody, view.at(), end);
        return new Outlook.Known(view::person, contacts.reachable(everybody)::contains, away.stream().collect(Collectors.groupingBy(Leave::person)));
    }

    private static Outlook.Whose whose(CatalogueView view, NamedSchedule schedule) {
        var name = team(schedule);
        return new Outlook.Whose(name == null ? null : view.team(name).orElse(null), calendar(view, schedule));
    }

    /** By which its working hours are told. */
    static WorkingCalendar calendar(CatalogueView view, NamedSchedule schedule) {
        return view.calendarOf(team(schedule));
    }

    private static @Nullable TeamName team(NamedSchedule schedule) {
        return schedule.holder() instanceof Holder.OfTeam(var team, var tier) ? team : null;
    }
}
