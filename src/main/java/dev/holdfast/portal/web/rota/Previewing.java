package dev.holdfast.portal.web.rota;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.oncall.Check;
import dev.holdfast.oncall.Draft;
import dev.holdfast.oncall.Move;
import dev.holdfast.oncall.OnCallNow;
import dev.holdfast.oncall.Shift;
import dev.holdfast.oncall.Shifts;
import dev.holdfast.portal.web.Figures;
import dev.holdfast.portal.web.Grounds;
import dev.holdfast.portal.web.Names;
import dev.holdfast.portal.web.ReaderTime;
import dev.holdfast.portal.web.Ribbon;
import dev.holdfast.portal.web.Shape;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.Tone;
import dev.holdfast.portal.web.oncall.ScheduleLane;
import dev.holdfast.quantities.Period;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Draws what a schedule would be beside what it is; pure. */
final class Previewing {

    static final int WEEKS = 8;

    private static final int SHOWN = 60;
    private static final int GAPS = 12;
    private static final Status CARE = new Status("look at this", Shape.TRIANGLE, Tone.CAUTION);

    private final CatalogueView view;
    private final ReaderTime time;
    private final Names names;

    Previewing(CatalogueView view, ReaderTime time) {
        this.view = view;
        this.time = time;
        this.names = new Names(view);
    }

    PreviewView of(Draft draft, OnCallNow schedule) {
        var then = lane(draft, schedule, draft.items());
        var people = draft.moved().stream().map(Move::person).distinct().count();
        var heading = draft.before().isEmpty()
                ? Figures.people((int) people) + " would be on call in the next " + WEEKS + " weeks"
                : people == 0 ? "Nobody's shifts move in the next " + WEEKS + " weeks"
                        : "Shifts of " + Figures.people((int) people) + " move in the next " + WEEKS + " weeks";
        return new PreviewView(
                heading, ribbon(draft, schedule, then),
                draft.before().isEmpty() ? List.of() : draft.moved().stream().limit(SHOWN).map(this::moved).toList(),
                draft.before().isEmpty() ? 0 : Math.max(0, draft.moved().size() - SHOWN),
                then.gaps().stream().limit(GAPS).map(this::gap).toList(), Math.max(0, then.gaps().size() - GAPS),
                draft.checks().stream().filter(check -> check.code() != Check.Code.GAP).map(this::mend).toList());
    }

    private @Nullable Ribbon ribbon(Draft draft, OnCallNow schedule, ScheduleLane then) {
        var courses = new ArrayList<Ribbon.Course>();
        if (!draft.before().isEmpty()) {
            courses.add(course("As it is", "until now", lane(draft, schedule, draft.before())));
            var changes = changes(draft.before(), draft.items());
            courses.add(new Ribbon.Course(null, "What changes", changes.isEmpty() ? "nothing" : (changes.size() == 1 ? "one stretch" : changes.size() + " stretches"), changes));
        }
        courses.add(course("As it would be", "after saving", then));
        return Ribbon.of("this schedule", courses, time.today(), 7 * WEEKS, time, new Grounds());
    }

    private static Ribbon.Course course(String name, String second, ScheduleLane lane) {
        return new Ribbon.Course(null, name, second, lane.course("").stretches());
    }

    private ScheduleLane lane(Draft draft, OnCallNow schedule, List<Shift> shifts) {
        var window = new Period(draft.from(), draft.from().plus(Duration.ofDays(7L * WEEKS)));
        return ScheduleLane.of(
                schedule, "", view.calendarOf(schedule.team()), new Shifts(shifts, gaps(shifts, window)), false, window, names);
    }

    private static List<Period> gaps(List<Shift> shifts, Period window) {
        var gaps = new ArrayList<Period>();
        var covered = window.from();
        for (var shift : shifts) {
            if (covered.isBefore(shift.from())) gaps.add(new Period(covered, shift.from()));
            covered = shift.to();
        }
        var end = window.from().plus(window.length());
        if (covered.isBefore(end)) gaps.add(new Period(covered, end));
        return gaps;
    }

    /** Where another person is on call than before, or nobody any more. */
    private List<Ribbon.Stretch> changes(List<Shift> before, List<Shift> after) {
        var edges = new TreeSet<Instant>();
        before.forEach(shift -> edges.addAll(List.of(shift.from(), shift.to())));
        after.forEach(shift -> edges.addAll(List.of(shift.from(), shift.to())));
        var stretches = new ArrayList<Ribbon.Stretch>();
        for (var from : edges) {
            var to = edges.higher(from);
            if (to == null || at(before, from).equals(at(after, from))) continue;
            var next = stretch(from, to, at(before, from), at(after, from));
            var last = stretches.isEmpty() ? null : stretches.getLast();
            if (last != null && last.to().equals(from) && last.words().equals(next.words())) {
                stretches.set(stretches.size() - 1, new Ribbon.Stretch(last.from(), to, last.kind(), last.person(), last.words()));
            } else {
                stretches.add(next);
            }
        }
        return stretches;
    }

    private Ribbon.Stretch stretch(Instant from, Instant to, String was, String becomes) {
        if (becomes.isEmpty()) return new Ribbon.Stretch(from, to, Ribbon.Kind.GAP, "", "nobody, was " + names.of(was));
        var words = names.of(becomes) + (was.isEmpty() ? ", was nobody" : ", was " + names.of(was));
        return new Ribbon.Stretch(from, to, Ribbon.Kind.MOVED, becomes, words);
    }

    private static String at(List<Shift> shifts, Instant at) {
        return shifts.stream().filter(shift -> shift.contains(at)).findFirst().map(shift -> shift.person().value()).orElse("");
    }

    private PreviewView.Moved moved(Move move) {
        return new PreviewView.Moved(names.of(move.person()), "/people/" + move.person(), words(move.was()), words(move.becomes()));
    }

    private String words(@Nullable Period period) {
        if (period == null) return "–";
        return (period.from().isAfter(time.now().plusSeconds(60)) ? time.full(period.from()) : "now") + " to " + time.full(period.from().plus(period.length()));
    }

    private PreviewView.Gap gap(Ribbon.Stretch gap) {
        return new PreviewView.Gap(time.full(gap.from()), time.full(gap.to()), Figures.words(Duration.between(gap.from(), gap.to())));
    }

    private PreviewView.Mend mend(Check check) {
        return new PreviewView.Mend(CARE, sentence(check), check.mend());
    }

    private String sentence(Check check) {
        return check.people().stream().filter(person -> check.text().startsWith(person + " ")).findFirst()
                .map(person -> names.of(person) + check.text().substring(person.value().length()))
                .orElse(check.text());
    }
}
