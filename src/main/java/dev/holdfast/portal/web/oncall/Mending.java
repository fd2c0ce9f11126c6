package dev.holdfast.portal.web.oncall;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.catalogue.Service;
import dev.holdfast.catalogue.ServiceName;
import dev.holdfast.oncall.Check;
import dev.holdfast.oncall.OnCallChecks;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.operatingmodel.Selected;
import dev.holdfast.operatingmodel.Selection;
import dev.holdfast.operatingmodel.ServiceMoment;
import dev.holdfast.portal.web.AtRisk;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.Risks;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.quantities.WorkingCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What of the schedules shown wants mending before it breaks: gaps first, with who is affected and what an hour costs then. */
@Component
class Mending {

    private static final int SHOWN = 8;
    private static final int GAPS = 20;
    private static final Status GAP = new Status("gap", Shape.DIAMOND, Tone.LOSS);
    private static final Status CARE = new Status("look at this", Shape.TRIANGLE, Tone.CAUTION);

    private final OnCallChecks checks;
    private final Selection selection;
    private final Risks risks;

    Mending(OnCallChecks checks, Selection selection, Risks risks) {
        this.checks = checks;
        this.selection = selection;
        this.risks = risks;
    }

    /** What is shown, how much more there is, and the gap that costs most, in a few words. */
    record Found(List<OnCallPage.Mend> items, int more, @Nullable String warning) {}

    Found of(CatalogueView view, List<ScheduleLane> lanes, Map<ServiceName, Selected> selected, boolean withChecks, Names names, ReaderTime time) {
        var items = new ArrayList<OnCallPage.Mend>();
        var gaps = gaps(view, lanes, time);
        gaps.forEach(gap -> items.add(mend(gap, time)));
        if (withChecks) {
            var shown = lanes.stream().map(lane -> lane.schedule().schedule()).collect(Collectors.toSet());
            var lacking = shown.size() > 1 ? checks.ofDomains(view, selected) : List.<Check>of();
            Stream.concat(checks.of(time.now(), shown).stream(), lacking.stream())
                    .filter(check -> check.code() != Check.Code.GAP)
                    .collect(Collectors.groupingBy(check -> check.code() + " " + check.schedule(), LinkedHashMap::new, Collectors.toList()))
                    .values().stream()
                    .sorted(Comparator.comparing((List<Check> same) -> same.getFirst().code().ordinal()).reversed())
                    .forEach(same -> items.add(mend(view, same, names, time)));
        }
        var worst = gaps.stream().filter(gap -> gap.risk() != null && gap.risk().perHour() != null)
                .max(Comparator.comparing(gap -> Objects.requireNonNull(Objects.requireNonNull(gap.risk()).perHour())));
        var warning = worst.map(gap -> time.full(gap.stretch().from()) + ", " + gap.service() + ", at " + Objects.requireNonNull(gap.risk()).shown() + " an hour");
        return new Found(items.stream().limit(SHOWN).toList(), Math.max(0, items.size() - SHOWN), warning.orElse(null));
    }

    /** A stretch with nobody, and the service that has most at risk in it; none where none relies on the schedule then. */
    private record Gap(ScheduleLane lane, Ribbon.Stretch stretch, boolean goesOn, @Nullable String service, int others, @Nullable AtRisk risk) {}

    private List<Gap> gaps(CatalogueView view, List<ScheduleLane> lanes, ReaderTime time) {
        var holders = new Holders(view);
        var end = lanes.stream().flatMap(lane -> Stream.concat(lane.turns().stream(), lane.gaps().stream())).map(Ribbon.Stretch::to)
                .max(Comparator.naturalOrder()).orElse(time.now());
        var open = lanes.stream()
                .flatMap(lane -> lane.gaps().stream().filter(gap -> gap.to().isAfter(time.now())).map(gap -> new Gap(lane, gap, !gap.to().isBefore(end), null, 0, null)))
                .sorted(Comparator.comparing(gap -> gap.stretch().from()))
                .limit(GAPS)
                .toList();
        var moments = open.stream()
                .flatMap(gap -> holders.services(gap.lane().schedule()).stream().map(it -> new ServiceMoment(it.name(), at(gap.stretch(), time))))
                .distinct()
                .toList();
        var selected = selection.of(moments);
        return open.stream().map(gap -> weighed(view, gap, holders, selected, time)).toList();
    }

    private Gap weighed(CatalogueView view, Gap gap, Holders holders, Map<ServiceMoment, Selected> selected, ReaderTime time) {
        var at = at(gap.stretch(), time);
        var relying = holders.services(gap.lane().schedule()).stream()
                .filter(it -> relies(view.calendarOf(it.owner()), gap.lane(), selected.get(new ServiceMoment(it.name(), at)), at))
                .toList();
        var most = relying.stream().max(Comparator.comparing(it -> amount(view, it, at)));
        return new Gap(gap.lane(), gap.stretch(), gap.goesOn(), most.map(it -> it.name().value()).orElse(null), Math.max(0, relying.size() - 1),
                most.map(it -> risks.at(view, it.name(), at)).orElse(null));
    }

    private BigDecimal amount(CatalogueView view, Service service, Instant at) {
        var perHour = risks.at(view, service.name(), at).perHour();
        return perHour == null ? BigDecimal.ZERO : perHour.amount();
    }

    private static boolean relies(WorkingCalendar calendar, ScheduleLane lane, @Nullable Selected selected, Instant at) {
        if (selected == null) return false;
        var level = calendar.isWorking(at) ? selected.onCall().workingHours() : selected.onCall().outOfHours();
        return lane.schedule().domain() != null ? level == OnCallLevel.DOMAIN : level == OnCallLevel.TEAM || level == OnCallLevel.OPERATIONS;
    }

    private static Instant at(Ribbon.Stretch stretch, ReaderTime time) {
        return stretch.from().isAfter(time.now()) ? stretch.from() : time.now();
    }

    private static OnCallPage.Mend mend(Gap gap, ReaderTime time) {
        var from = at(gap.stretch(), time);
        var begins = gap.stretch().from().isAfter(time.now()) ? time.full(from) : "now";
        var what = "Gap, " + begins + ", " + Figures.words(Duration.between(from, gap.stretch().to())) + (gap.goesOn() ? " or more" : "");
        var schedule = gap.lane().schedule().title() == null ? gap.lane().schedule().schedule() : gap.lane().schedule().title();
        if (gap.service() == null) return new OnCallPage.Mend(CARE, what, schedule + ". No service relies on it then.", "", null);
        var risk = gap.risk();
        var money = risk == null || risk.perHour() == null ? "" : ", " + risk.shown() + " an hour at risk";
        var others = gap.others() == 0 ? "" : " and " + Figures.count(gap.others(), "other");
        return new OnCallPage.Mend(GAP, what, schedule + ": " + gap.service() + others + money + ". Until it is filled the fallback chain is called.",
                "Put somebody there", "/schedules/" + gap.lane().schedule().schedule());
    }

    /** What is said of one schedule by one rule, for all its people at once. */
    private static OnCallPage.Mend mend(CatalogueView view, List<Check> same, Names names, ReaderTime time) {
        var check = same.getFirst();
        var people = same.stream().flatMap(each -> each.people().stream()).distinct().toList();
        var where = check.schedule() == null ? "" : view.document("Schedule", check.schedule()).map(Document::title).orElse(check.schedule()) + ": ";
        return new OnCallPage.Mend(CARE, head(check, people, names, time), where + (same.size() == 1 ? said(check, names) : all(check)) + atRisk(same), check.mend(), check.url());
    }

    private static String atRisk(List<Check> same) {
        return same.stream().map(Check::exposurePerHour).filter(Objects::nonNull).max(Comparator.naturalOrder())
                .map(money -> " " + Figures.money(money) + " an hour at risk.").orElse("");
    }

    private static String head(Check check, List<PersonName> people, Names names, ReaderTime time) {
        var from = check.from() == null ? "" : ", from " + time.day(check.from());
        return switch (check.code()) {
            case FEW_PARTICIPANTS -> "Too few on the rota";
            case TOO_OFTEN -> "On call too often: " + people(people, names);
            case FEW_OF_TEAM -> "Few of the team take turns";
            case GAP -> "Gap";
            case BACK_TO_BACK -> "Two turns in a row" + from;
            case UNREACHABLE -> "Cannot be reached: " + people(people, names);
            case ON_LEAVE -> "On call while away: " + people(people, names) + from;
            case LEAVING -> "On call after leaving" + from;
            case UNFAIR -> "Not shared fairly: " + people(people, names);
            case CLOCK_CHANGE -> "The clocks change" + from;
            case SCHEDULE_NOT_USED -> "Not used";
            case NO_CONFIRMED_DOMAIN_SCHEDULE -> "No schedule of the domain";
        };
    }

    private static String all(Check check) {
        return switch (check.code()) {
            case TOO_OFTEN -> "each has more than one week in three.";
            case LEAVING -> "several are on call after having left.";
            case ON_LEAVE -> "several shifts fall into leave.";
            case UNFAIR -> "several had much more than the others.";
            default -> check.text();
        };
    }

    /** The sentence begins with the name that the catalogue has of a person. */
    private static String said(Check check, Names names) {
        return check.people().stream()
                .filter(person -> check.text().startsWith(person + " "))
                .findFirst()
                .map(person -> names.of(person) + check.text().substring(person.value().length()))
                .orElse(check.text());
    }

    private static String people(List<PersonName> people, Names names) {
        return people.size() > 3 ? Figures.people(people.size()) : people.stream().map(names::of).collect(Collectors.joining(", "));
    }
}
