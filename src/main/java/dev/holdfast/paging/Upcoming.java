package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.notification.Contacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Foretells the next call of a callout by the rule that will make it (rule 8), from who covers at that instant. */
@Component
public class Upcoming {

    private final CalloutStore callouts;
    private final Situations situations;
    private final Contacts contacts;

    Upcoming(CalloutStore callouts, Situations situations, Contacts contacts) {
        this.callouts = callouts;
        this.situations = situations;
        this.contacts = contacts;
    }

    /** Empty where nobody will be called: it was answered, or it is held with no end. */
    @Transactional(readOnly = true)
    public Optional<NextCall> of(SubjectId subject) {
        return callouts.find(subject).filter(Callout::goesOn).flatMap(callout -> Optional.ofNullable(callout.dueAt()).map(due -> next(callout, due)));
    }

    private NextCall next(Callout callout, Instant due) {
        var situation = situations.at(due).of(callout.service());
        if (callout.is(PagingState.State.UNANSWERED)) return new NextCall(reachable(situation.lastResort().get()), due);
        var lines = Lines.of(situation.covering());
        var reachable = contacts.reachable(lines.everybody());
        return switch (Escalation.next(situation.policy(), callout.progress(), lines, reachable::contains)) {
            case Move.Call call -> new NextCall(call.line().people(), due);
            case Move.Unanswered nobody -> new NextCall(reachable(situation.lastResort().get()), due);
        };
    }

    private List<PersonName> reachable(List<PersonName> people) {
        var reachable = contacts.reachable(people);
        return people.stream().filter(reachable::contains).toList();
    }
}
