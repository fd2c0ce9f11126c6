package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What calls are about, filled by the module that owns the subjects. Every method joins the caller's transaction. */
public interface Subjects {

    /** As it stands now, acknowledged and resolved ones too; empty where there is none of that id. */
    Optional<SubjectBrief> brief(SubjectId subject, Instant now);

    /** Those of them that somebody is still to answer for, and whether each is major; in one query for all. */
    Map<SubjectId, Boolean> waiting(Collection<SubjectId> subjects);

    /** A person answers for it; what is so already changes nothing. False, and nothing changed, when it is resolved. */
    boolean acknowledge(SubjectId subject, PersonName person, Instant now);

    /** A person who was called said that they cannot, and the next was called; its owner records it. */
    void passedOn(SubjectId subject, PersonName person);

    /** How its loss grew from its start to now, at least at both ends; empty where it costs nothing that is known. */
    List<LossPoint> growth(SubjectId subject, Instant now);

    /** Who helps with it now, whoever was called. */
    List<PersonName> helping(SubjectId subject);

    /**
     * An acknowledgement has stood for the policy's time without a note. Where it still stands and the subject is
     * major, its owner takes it back and has the callout restarted; else nothing happens.
     */
    void acknowledgementLapsed(SubjectId subject, Instant now);
}
