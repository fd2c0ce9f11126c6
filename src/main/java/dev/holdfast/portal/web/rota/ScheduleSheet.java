package dev.holdfast.portal.web.rota;

import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.Catalogue;
import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.catalogue.Document;
import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.FieldChange;
import dev.holdfast.catalogue.Ownership;
import dev.holdfast.http.NotFound;
import dev.holdfast.oncall.MadeOverride;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Schedules;
import dev.holdfast.oncall.Shift;
import dev.holdfast.portal.web.Choice;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.Pair;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.oncall.ScheduleLane;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of a schedule. */
@Component
class ScheduleSheet {

    private static final Duration AHEAD = Duration.ofDays(28);
    /** So much more is looked at, so that the last one is whole. */
    private static final Duration WHOLE = Duration.ofDays(35);
    private static final int TURNS = 30;
    private static final int VERSIONS = 12;

    private final Documents documents;
    private final Catalogue catalogue;
    private final Schedules schedules;
    private final Ownership ownership;
    private final RotaSheet rota;
    private final SwapSheet swaps;

    ScheduleSheet(Documents documents, Catalogue catalogue, Schedules schedules, Ownership ownership, RotaSheet rota, SwapSheet swaps) {
        this.documents = documents;
        this.catalogue = catalogue;
        this.schedules = schedules;
        this.ownership = ownership;
        this.rota = rota;
        this.swaps = swaps;
    }

    SchedulePage page(String name, Asked asked, Viewer viewer, ReaderTime time) {
        return documents.holding(() -> drawn(name, asked, viewer, time));
    }

    private SchedulePage drawn(String name, Asked asked, Viewer viewer, ReaderTime time) {
        var view = documents.at(time.now());
        var names = new Names(view);
        var now = schedules.now(name, time.now()).orElseThrow(() -> new NotFound("There is no schedule " + name + "."));
        var latest = rota.latest(name, time);
        var form = RotaForm.of(catalogue.envelope(latest));
        var mayOverride = schedules.mayChange(name, viewer);
        var ahead = schedules.shifts(name, time.now(), time.now().plus(AHEAD).plus(WHOLE)).items().stream().filter(shift -> shift.from().isBefore(time.now().plus(AHEAD))).toList();
        return new SchedulePage(
                name, now.title() == null ? name : now.title(), heading(now, names, time), lede(now, names, time), asked.views(name), asked.moving(name, time),
                ribbon(view, now, asked, names, time), ahead.stream().limit(TURNS).map(shift -> turn(shift, viewer, mayOverride, names, time)).toList(),
                Math.max(0, ahead.size() - TURNS), form.layers().stream().map(layer -> LayerWords.of(layer, names)).toList(), facts(view, now, form),
                schedules.overrides(name).reversed().stream().filter(it -> lately(it, time)).map(it -> override(it, mayOverride, names, time)).toList(),
                swaps.waiting(name, viewer, names, time), versions(name, names, time), ownership.mayChange(viewer, latest), mayOverride);
    }

    private static String heading(OnCallNow now, Names names, ReaderTime time) {
        var until = now.until() == null ? "" : " until " + time.moment(now.until());
        return now.person() == null ? "Nobody is on call" + until : names.of(now.person()) + " is on call" + until;
    }

    private static String lede(OnCallNow now, Names names, ReaderTime time) {
        if (now.next() == null || now.nextFrom() == null) return "Nobody else follows.";
        return "Then " + names.of(now.next()) + ", from " + time.moment(now.nextFrom()) + ".";
    }

    private Ribbon ribbon(CatalogueView view, OnCallNow now, Asked asked, Names names, ReaderTime time) {
        var first = asked.first(time);
        var window = new Period(first.atStartOfDay(time.zone()).toInstant(), first.plusDays(asked.days()).atStartOfDay(time.zone()).toInstant());
        var shifts = schedules.shifts(now.schedule(), window.from(), window.from().plus(window.length()));
        var lane = ScheduleLane.of(now, "", view.calendarOf(now.team()), shifts, false, window, names);
        var course = new Ribbon.Course(null, now.title() == null ? now.schedule() : now.title(), now.hours().replace('-', ' '), lane.course("").stretches());
        return Ribbon.of("this schedule", List.of(course), first, asked.days(), time, new Grounds());
    }

    private static SchedulePage.Turn turn(Shift shift, Viewer viewer, boolean mayOverride, Names names, ReaderTime time) {
        var mine = shift.person().value().equals(viewer.person());
        var goesOn = !shift.from().isAfter(time.now());
        var given = goesOn ? time.now().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)) : shift.from();
        var by = shift.layer() == null ? "by override" : "layer " + (shift.layer() + 1);
        return new SchedulePage.Turn(
                names.of(shift.person()), "/people/" + shift.person(), goesOn ? "now" : time.full(shift.from()), time.full(shift.to()), by,
                shift.from().toString(), given.toString(), shift.to().toString(), mayOverride && viewer.person() != null && !mine, mine && given.isBefore(shift.to()), mayOverride);
    }

    private static List<Pair> facts(CatalogueView view, OnCallNow now, RotaForm form) {
        var holder = now.team() != null ? Pair.to("Whose", view.team(now.team()).map(it -> it.shown()).orElse(now.holder()), "/teams/" + now.team())
                : now.domain() != null ? Pair.to("Whose", view.domain(now.domain()).map(it -> it.shown()).orElse(now.holder()), "/domains/" + now.domain())
                        : Pair.of("Whose", "Incident managers");
        var facts = new ArrayList<>(List.of(holder, Pair.of("Hours", now.hours().replace('-', ' ')), Pair.of("Hand-offs by the clock of", form.zone())));
        if (!form.tier().isEmpty()) facts.add(Pair.of("Tier", form.tier()));
        if (form.primary()) facts.add(Pair.of("Of several", "this one counts"));
        return facts;
    }

    private static boolean lately(MadeOverride made, ReaderTime time) {
        var end = made.endedAt() == null ? made.to() : made.endedAt();
        return end.isAfter(time.now().minus(Duration.ofDays(7)));
    }

    private static SchedulePage.Override override(MadeOverride made, boolean mayEnd, Names names, ReaderTime time) {
        var ahead = made.endedAt() == null && made.to().isAfter(time.now());
        var note = made.note() == null ? "" : ": “" + made.note() + "”";
        var ended = made.endedAt() == null ? "" : ", ended " + time.full(made.endedAt());
        return new SchedulePage.Override(
                made.id(), names.of(made.person()), time.full(made.from()) + " to " + time.full(made.to()) + ended,
                "by " + names.of(made.madeBy()) + note, ahead, ahead && mayEnd);
    }

    private List<SchedulePage.Version> versions(String name, Names names, ReaderTime time) {
        var versions = documents.versions(RotaSheet.KIND, name);
        return Stream.iterate(versions.size() - 1, at -> at >= 0, at -> at - 1).limit(VERSIONS)
                .map(at -> version(at == 0 ? null : versions.get(at - 1), versions.get(at), names, time))
                .toList();
    }

    private static SchedulePage.Version version(@Nullable Document before, Document it, Names names, ReaderTime time) {
        var fields = Documents.difference(before, it).stream().map(FieldChange::path).map(path -> path.replaceFirst("^(spec|metadata)\\.", "")).limit(4).collect(Collectors.joining(", "));
        var what = before == null ? "Made" : fields.isEmpty() ? "Applied again" : "Changed: " + fields;
        Instant from = it.effectiveFrom();
        var in = from.isAfter(it.recordedAt()) ? ", in force from " + time.full(from) : "";
        return new SchedulePage.Version(what, time.full(it.recordedAt()) + in, names.of(it.recordedBy()), "/catalogue/schedules/" + it.name() + "/history?version=" + it.version());
    }

    /** The weeks that are asked for. */
    record Asked(boolean month, @Nullable LocalDate from) {

        int days() {
            return month ? 35 : 14;
        }

        LocalDate first(ReaderTime time) {
            return from == null ? monday(time) : from;
        }

        List<Choice> views(String name) {
            return List.of(new Choice(address(name, false, from), "Two weeks", !month), new Choice(address(name, true, from), "Five weeks", month));
        }

        SchedulePage.Moving moving(String name, ReaderTime time) {
            var first = first(time);
            return new SchedulePage.Moving(
                    address(name, month, first.minusDays(7)), address(name, month, null), address(name, month, first.plusDays(7)),
                    first.equals(monday(time)), time.day(first) + " to " + time.day(first.plusDays(days() - 1L)));
        }

        private static String address(String name, boolean month, @Nullable LocalDate from) {
            var asked = Stream.of(month ? "view=month" : "", from == null ? "" : "from=" + from).filter(it -> !it.isEmpty()).collect(Collectors.joining("&"));
            return "/schedules/" + name + (asked.isEmpty() ? "" : "?" + asked);
        }

        private static LocalDate monday(ReaderTime time) {
            return time.today().with(java.time.temporal.TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
        }
    }
}
