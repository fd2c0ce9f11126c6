package dev.holdfast.paging;

import dev.holdfast.http.Limit;
import dev.holdfast.http.Listing;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is held now, and for whom. */
@Component
public class SuppressedCallouts {

    private final CalloutStore callouts;
    private final Situations situations;
    private final ObjectProvider<Subjects> subjects;
    private final Clock clock;

    SuppressedCallouts(CalloutStore callouts, Situations situations, ObjectProvider<Subjects> subjects, Clock clock) {
        this.callouts = callouts;
        this.situations = situations;
        this.subjects = subjects;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Listing<Suppressed> list(Limit limit, @Nullable String after) {
        var now = clock.instant();
        return Listing.cut(callouts.suppressed(after, limit.andOne()), limit, it -> it.subject().value())
                .map(callout -> shown(callout, now));
    }

    private Suppressed shown(Callout callout, Instant now) {
        var until = callout.dueAt() == null ? now : callout.dueAt();
        var brief = subjects.getObject().brief(callout.subject(), now);
        return new Suppressed(
                callout.subject(),
                brief.map(SubjectBrief::number).orElse(null),
                brief.map(SubjectBrief::summary).orElse(null),
                callout.service(),
                callout.heldSince() == null ? callout.begunAt() : callout.heldSince(),
                until,
                situations.at(until.isBefore(now) ? now : until).of(callout.service()).covering().people(),
                brief.map(SubjectBrief::lossSoFar).orElse(null));
    }
}
