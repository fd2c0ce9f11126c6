package dev.holdfast.paging;

import dev.holdfast.notification.Contacts;
import dev.holdfast.quantities.Because;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** One step of one callout: it is held, or somebody is called, or it stays unanswered; what it passed over is written. */
@Component
class Step {

    static final Duration UNANSWERED_AGAIN = Duration.ofMinutes(15);

    private final Contacts contacts;
    private final EntryStore entries;

    Step(Contacts contacts, EntryStore entries) {
        this.contacts = contacts;
        this.entries = entries;
    }

    /** Where the callout stands after it, and whom to call. */
    record Outcome(Callout callout, List<Called> called) {}

    Outcome of(Callout callout, MessageType type, Situation situation) {
        if (callout.is(PagingState.State.UNANSWERED)) {
            return unanswered(callout, situation);
        }
        var until = situation.heldUntil(callout);
        if (until != null) {
            return held(callout, until, situation);
        }
        var lines = Lines.of(situation.covering());
        var reachable = contacts.reachable(lines.everybody());
        var move = Escalation.next(situation.policy(), callout.progress(), lines, reachable::contains);
        entries.write(Remarks.onTheWay(callout, move, situation));
        return switch (move) {
            case Move.Call call -> called(callout, type, call, situation);
            case Move.Unanswered nobody -> unanswered(callout, situation);
        };
    }

    private Outcome held(Callout callout, Instant until, Situation situation) {
        var held = callout.held(situation.now(), until, situation.covering().schedule());
        if (!callout.is(PagingState.State.SUPPRESSED) || !until.equals(callout.dueAt())) {
            entries.write(List.of(Remarks.suppressed(held, situation)));
        }
        return new Outcome(held, List.of());
    }

    private static Outcome called(Callout callout, MessageType type, Move.Call call, Situation situation) {
        var due = situation.now().plus(situation.policy().timeoutOf(call.line().tier()));
        var calling = callout.calling(call, due);
        var why = Remarks.why(call, situation.covering());
        return new Outcome(
                calling,
                call.line().people().stream()
                        .map(person -> new Called(calling, type, person, why))
                        .toList());
    }

    /** Again every quarter of an hour, until somebody answers. */
    private Outcome unanswered(Callout callout, Situation situation) {
        var lastResort = situation.lastResort().get();
        var reachable = contacts.reachable(lastResort);
        var people = lastResort.stream().filter(reachable::contains).toList();
        var unanswered = callout.unanswered(situation.now().plus(UNANSWERED_AGAIN));
        var why = List.of(Because.of("UNANSWERED", "Nobody answered in any round."));
        if (people.isEmpty()) {
            entries.write(List.of(Remarks.nobodyLeft(callout, situation.now())));
        }
        return new Outcome(
                unanswered,
                people.stream()
                        .map(person -> new Called(unanswered, MessageType.UNANSWERED, person, why))
                        .toList());
    }
}
