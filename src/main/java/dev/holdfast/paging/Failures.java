package dev.holdfast.paging;

import dev.holdfast.notification.DeliveryFailed;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down that somebody was not reached, in the transaction in which the delivery was given up. A shadow not reached is no failure. */
@Component
class Failures {

    private final CalloutStore callouts;
    private final EntryStore entries;

    Failures(CalloutStore callouts, EntryStore entries) {
        this.callouts = callouts;
        this.entries = entries;
    }

    @EventListener
    void on(DeliveryFailed failed) {
        if (failed.type().equals(MessageType.SHADOW.word())) return;
        var subject = new SubjectId(failed.regarding());
        if (callouts.find(subject).isPresent()) {
            entries.write(List.of(
                    Remarks.failed(subject, failed.person(), failed.by().toString(), failed.why(), failed.at())));
        }
    }
}
