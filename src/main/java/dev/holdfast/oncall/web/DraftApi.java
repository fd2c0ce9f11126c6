package dev.holdfast.oncall.web;

import dev.holdfast.access.Scope;
import dev.holdfast.access.Viewer;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.http.Unprocessable;
import dev.holdfast.oncall.Draft;
import dev.holdfast.oncall.Drafts;
import dev.holdfast.oncall.Move;
import dev.holdfast.quantities.Period;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What a schedule would be, before it is applied. */
@RestController
class DraftApi {

    private static final String WEEKS = "8";

    private final Drafts drafts;

    DraftApi(Drafts drafts) {
        this.drafts = drafts;
    }

    /** Of a schedule that is there, or of one that is not there yet. */
    @PostMapping("/api/v1/schedules/{name}/preview")
    DraftAnswer preview(
            @PathVariable String name, @RequestParam(defaultValue = WEEKS) String weeks, @RequestBody ObjectNode spec, Viewer viewer) {
        viewer.demand(Scope.CATALOGUE);
        return DraftAnswer.of(drafts.preview(name, spec, number(weeks), viewer));
    }

    private static int number(String weeks) {
        if (!weeks.matches("\\d{1,4}")) throw Unprocessable.of("weeks", "MALFORMED", "weeks is a number of weeks such as 8.");
        return Integer.parseInt(weeks);
    }

    record DraftAnswer(
            List<ScheduleApi.ShiftAnswer> items, List<ScheduleApi.GapAnswer> gaps, List<MoveAnswer> moved, List<CheckAnswer> checks) {

        static DraftAnswer of(Draft draft) {
            return new DraftAnswer(
                    draft.items().stream().map(ScheduleApi.ShiftAnswer::of).toList(),
                    draft.gaps().stream().map(gap -> new ScheduleApi.GapAnswer(gap.from(), gap.to())).toList(),
                    draft.moved().stream().map(MoveAnswer::of).toList(),
                    draft.checks().stream().map(CheckAnswer::of).toList());
        }
    }

    record MoveAnswer(PersonName person, @Nullable TimeAnswer was, @Nullable TimeAnswer becomes) {

        static MoveAnswer of(Move move) {
            return new MoveAnswer(move.person(), TimeAnswer.of(move.was()), TimeAnswer.of(move.becomes()));
        }
    }

    record TimeAnswer(Instant from, @Nullable Instant to) {

        static @Nullable TimeAnswer of(@Nullable Period period) {
            return period == null ? null : new TimeAnswer(period.from(), period.to());
        }
    }
}
