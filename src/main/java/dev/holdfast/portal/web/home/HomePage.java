package dev.holdfast.portal.web.home;

import dev.holdfast.portal.web.Gauge;
import dev.holdfast.portal.web.Line;
import dev.holdfast.portal.web.Status;
import dev.holdfast.portal.web.groups.Duty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one reader sees first; {@code begin} is where to apply to, null where something is described; {@code reach} is null where the account is no person. */
public record HomePage(
        String heading,
        String lede,
        @Nullable String begin,
        boolean mayApply,
        List<Waiting> waiting,
        @Nullable Tonight tonight,
        String answersHead,
        List<Answer> answers,
        int hidden,
        List<Duty.ShiftLine> shifts,
        @Nullable Reach reach,
        List<Change> changes) {

    /** Something that wants a decision: what, the facts to decide by, and what to do about it. */
    public record Waiting(Status status, String what, String words, List<Act> acts) {}

    /** A form with its fields, or a link where there are none. */
    public record Act(String words, String address, boolean form, boolean main, Map<String, String> fields) {

        static Act link(String words, String address) {
            return new Act(words, address, false, false, Map.of());
        }

        static Act form(String words, String address, Map<String, String> fields) {
            return new Act(words, address, true, false, fields);
        }

        Act asMain() {
            return new Act(words, address, form, true, fields);
        }
    }

    /** A service that the reader answers for. */
    public record Answer(String service, String second, String atRisk, String left, @Nullable Gauge gauge, Status alerts) {}

    /** How the reader is reached, in order, and what came of the last test. */
    public record Reach(Status status, List<Line> contacts, String test, List<Line> deliveries, boolean mayTest) {}

    /** What changed, when and by whom. */
    public record Change(String when, String what, String by, @Nullable String address) {}
}
