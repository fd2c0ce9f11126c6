package dev.holdfast.paging;

import dev.holdfast.catalogue.Documents;
import dev.holdfast.catalogue.Person;
import dev.holdfast.notification.Briefing;
import dev.holdfast.notification.Briefings;
import dev.holdfast.notification.By;
import dev.holdfast.notification.Delivery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What a message says at the moment at which it is sent; nothing, where its reason is gone. */
@Component
class PageBriefings implements Briefings {

    private final CalloutStore callouts;
    private final ObjectProvider<Subjects> subjects;
    private final ObjectProvider<Links> links;
    private final Documents documents;

    PageBriefings(
            CalloutStore callouts,
            ObjectProvider<Subjects> subjects,
            ObjectProvider<Links> links,
            Documents documents) {
        this.callouts = callouts;
        this.subjects = subjects;
        this.links = links;
        this.documents = documents;
    }

    @Override
    public boolean concern(Delivery delivery) {
        return MessageType.isOne(delivery.type());
    }

    @Override
    public Optional<Briefing> brief(Delivery delivery, Instant now) {
        return documents.holding(() -> words(delivery, now));
    }

    private Optional<Briefing> words(Delivery delivery, Instant now) {
        var type = MessageType.of(delivery.type());
        if (type == MessageType.MAJOR && delivery.by() != By.EMAIL && isSuppressed(delivery.regarding())) {
            return Optional.empty();
        }
        var briefs = standing(delivery, type, now);
        return briefs.isEmpty() ? Optional.empty() : Optional.of(briefing(delivery, type, briefs, now));
    }

    /** Of what nobody is woken for, an incident manager is told by mail only (rule 10). */
    private boolean isSuppressed(String subject) {
        return callouts.find(new SubjectId(subject)).filter(it -> it.is(PagingState.State.SUPPRESSED)).isPresent();
    }

    private List<SubjectBrief> standing(Delivery delivery, MessageType type, Instant now) {
        var about = new ArrayList<String>();
        about.add(delivery.regarding());
        about.addAll(delivery.alsoRegarding());
        return about.stream()
                .map(subject -> subjects.getObject().brief(new SubjectId(subject), now))
                .flatMap(Optional::stream)
                .filter(type::stillTrueOf)
                .toList();
    }

    private Briefing briefing(Delivery delivery, MessageType type, List<SubjectBrief> briefs, Instant now) {
        var first = briefs.getFirst();
        var reason = new PageWords.Reason(delivery.schedule(), delivery.step(), delivery.round());
        var zone = documents.at(now).person(delivery.person()).map(Person::zone).orElse(ZoneOffset.UTC);
        var acknowledge = type.asksForAnswer() && first.wantsAnswer()
                ? links.getObject().address(first.id(), delivery.person(), briefs.size() > 1)
                : null;
        return new Briefing(
                PageWords.subjectLine(type, briefs),
                PageWords.text(type, briefs, reason, zone, now),
                PageBody.of(briefs),
                first.url(),
                acknowledge,
                type.asksForAnswer());
    }
}
