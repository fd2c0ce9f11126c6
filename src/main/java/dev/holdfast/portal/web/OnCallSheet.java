package dev.holdfast.portal.web;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.operatingmodel.Selection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the page that says who is on call: now, and over two weeks. */
@Component
class OnCallSheet {

    private static final int DAYS = 14;
    private static final int MOST = 100;

    private final Documents documents;
    private final Schedules schedules;
    private final Selection selection;

    OnCallSheet(Documents documents, Schedules schedules, Selection selection) {
        this.documents = documents;
        this.schedules = schedules;
        this.selection = selection;
    }

    /** What is asked for: of a domain, of a team, from a day on. */
    record Asked(String domain, String team, @Nullable LocalDate from) {

        private String address(LocalDate day) {
            var address = UriComponentsBuilder.fromPath("/on-call").queryParam("from", day);
            if (!domain.isEmpty()) address.queryParam("domain", "{domain}");
            if (!team.isEmpty()) address.queryParam("team", "{team}");
            return address.encode().buildAndExpand(Map.of("domain", domain, "team", team)).toUriString();
        }
    }

    OnCallPage page(Asked asked, ReaderTime time) {
        var view = documents.at(time.now());
        var monday = time.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var first = asked.from() == null ? monday : asked.from();
        var holders = new Holders(view);
        var shown = schedules.now(time.now()).stream()
                .filter(schedule -> holders.belongs(schedule, asked.domain(), asked.team()))
                .sorted(Comparator.comparing(holders::group).thenComparing(OnCallNow::schedule))
                .limit(MOST)
                .toList();
        var names = new Names(view);
        var grounds = new Grounds();
        var lanes = lanes(shown, holders, names, first, time);
        var courses = new ArrayList<>(lanes.stream().map(ScheduleLane::course).toList());
        courses.addAll(QuietLane.of(view, selection.all(view, time.now()), first, DAYS, time));
        var ribbon = courses.isEmpty() ? null : Ribbon.of("all schedules shown", courses, first, DAYS, time, grounds);
        var checks = lanes.stream().flatMap(lane -> checks(lane, time).stream()).toList();
        return new OnCallPage(
                heading(shown, names), lede(shown, checks), domains(view, asked), teams(view, asked),
                asked.address(first.minusDays(DAYS)), asked.address(first.plusDays(DAYS)), first.equals(monday), ribbon,
                shown.stream().map(schedule -> now(schedule, holders, names, grounds, time)).toList(), checks);
    }

    private List<ScheduleLane> lanes(List<OnCallNow> shown, Holders holders, Names names, LocalDate first, ReaderTime time) {
        var from = first.atStartOfDay(time.zone()).toInstant();
        var to = first.plusDays(DAYS).atStartOfDay(time.zone()).toInstant();
        return shown.stream()
                .map(schedule -> ScheduleLane.of(
                        schedule, holders.group(schedule), holders.calendar(schedule), schedules.shifts(schedule.schedule(), from, to), names))
                .toList();
    }

    private static String heading(List<OnCallNow> shown, Names names) {
        var people = shown.stream().map(OnCallNow::person).filter(Objects::nonNull).distinct().toList();
        if (people.isEmpty()) return "Nobody is on call";
        if (people.size() == 1) return names.of(people.getFirst()) + " is on call";
        return people.size() == 2 ? names.of(people.getFirst()) + " and " + names.of(people.getLast()) + " are on call"
                : people.size() + " people are on call";
    }

    private static String lede(List<OnCallNow> shown, List<OnCallPage.Check> checks) {
        var schedules = Figures.count(shown.size(), "schedule");
        return checks.isEmpty() ? schedules + ", no gap ahead." : schedules + ", " + Figures.count(checks.size(), "gap") + " ahead.";
    }

    private static OnCallPage.Now now(OnCallNow schedule, Holders holders, Names names, Grounds grounds, ReaderTime time) {
        var until = until(schedule.until(), time);
        var second = holders.words(schedule) + ", " + schedule.hours().replace('-', ' ');
        var person = schedule.person();
        if (person == null) {
            return new OnCallPage.Now(schedule.schedule(), second, null, "nobody", until, new Status("nobody", Shape.RING, Tone.QUIET));
        }
        var name = names.of(person);
        return new OnCallPage.Now(
                schedule.schedule(), second, new Avatar(Avatar.initialsOf(name), grounds.of(person.value())), name, until, null);
    }

    private static String until(@Nullable Instant until, ReaderTime time) {
        return until == null ? "" : "until " + time.moment(until);
    }

    private static List<OnCallPage.Check> checks(ScheduleLane lane, ReaderTime time) {
        var checks = new ArrayList<OnCallPage.Check>();
        for (var gap : lane.gaps()) {
            if (!gap.to().isAfter(time.now())) continue;
            var length = Duration.between(gap.from(), gap.to());
            checks.add(new OnCallPage.Check(
                    new Status("gap", Shape.DIAMOND, Tone.LOSS),
                    "Gap, " + time.full(gap.from()) + ", " + Figures.words(length),
                    lane.course().name() + ". Until it is filled the owner’s lead is called, then the product manager."));
        }
        return checks;
    }

    private static List<Choice> domains(CatalogueView view, Asked asked) {
        return Choice.all(view.domains().stream()
                .map(it -> new Choice(it.name().value(), it.shown(), it.name().value().equals(asked.domain())))
                .toList());
    }

    private static List<Choice> teams(CatalogueView view, Asked asked) {
        return Choice.all(view.teams().stream()
                .map(it -> new Choice(it.name().value(), it.shown(), it.name().value().equals(asked.team())))
                .toList());
    }
}
