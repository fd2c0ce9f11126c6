package dev.holdfast.paging;

import dev.holdfast.catalogue.CatalogueView;
import dev.holdfast.notification.Contacts;
import dev.holdfast.oncall.Covering;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/** Who would be called one after the other, if something happened now and nobody answered: a round, played through. */
@Service
public class CallOrder {

    private final EscalationPolicies policies;
    private final Contacts contacts;

    CallOrder(EscalationPolicies policies, Contacts contacts) {
        this.policies = policies;
        this.contacts = contacts;
    }

    /** By the rules of a real callout; those who cannot be reached are passed over. One query. */
    public List<CallStep> of(CatalogueView view, Covering covering) {
        var lines = Lines.of(covering);
        var reachable = contacts.reachable(lines.everybody());
        var policy = policies.in(view);
        var steps = new ArrayList<CallStep>();
        var progress = Progress.START;
        var after = Duration.ZERO;
        while (Escalation.next(policy, progress, lines, reachable::contains) instanceof Move.Call call && call.round() == 1) {
            steps.add(new CallStep(call.line().people(), after, call.line().name()));
            after = after.plus(policy.timeoutOf(call.line().tier()));
            progress = new Progress(1, call.step(), call.called());
        }
        return List.copyOf(steps);
    }
}
