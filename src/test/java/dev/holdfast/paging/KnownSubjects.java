package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.quantities.Money;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Subjects that a test keeps in memory. */
class KnownSubjects implements Subjects {

    private final Map<SubjectId, SubjectBrief> known = new ConcurrentHashMap<>();
    final List<SubjectId> lapsed = new CopyOnWriteArrayList<>();
    final List<String> passedOn = new CopyOnWriteArrayList<>();

    void put(SubjectBrief brief) {
        known.put(brief.id(), brief);
    }

    void resolve(SubjectId subject, Instant at) {
        known.computeIfPresent(subject, (id, it) -> SomeSubjects.standing(it, new SubjectBrief.Standing.Resolved(at)));
    }

    void resolveAll(Instant at) {
        known.keySet().forEach(subject -> resolve(subject, at));
    }

    @Override
    public Optional<SubjectBrief> brief(SubjectId subject, Instant now) {
        return Optional.ofNullable(known.get(subject));
    }

    @Override
    public Map<SubjectId, Boolean> waiting(Collection<SubjectId> subjects) {
        var waiting = new HashMap<SubjectId, Boolean>();
        subjects.stream()
                .map(known::get)
                .filter(it -> it != null && it.wantsAnswer())
                .forEach(it -> waiting.put(it.id(), it.major()));
        return waiting;
    }

    @Override
    public boolean acknowledge(SubjectId subject, PersonName person, Instant now) {
        var it = known.get(subject);
        if (it == null || it.isResolved()) return false;
        if (it.wantsAnswer()) {
            put(SomeSubjects.standing(it, new SubjectBrief.Standing.Acknowledged(person.value(), person, now)));
        }
        return true;
    }

    @Override
    public void passedOn(SubjectId subject, PersonName person) {
        passedOn.add(person + " " + subject);
    }

    @Override
    public void acknowledgementLapsed(SubjectId subject, Instant now) {
        lapsed.add(subject);
        known.computeIfPresent(subject, (id, it) -> SomeSubjects.standing(it, new SubjectBrief.Standing.Waiting()));
    }

    @Override
    public List<LossPoint> growth(SubjectId subject, Instant now) {
        return brief(subject, now).stream()
                .filter(it -> it.lossSoFar() != null)
                .flatMap(it -> Stream.of(
                        new LossPoint(it.startedAt(), Money.zero(it.lossSoFar().currency())), new LossPoint(now, it.lossSoFar())))
                .toList();
    }

    @Override
    public List<PersonName> helping(SubjectId subject) {
        return brief(subject, Instant.EPOCH).map(SubjectBrief::standing).stream()
                .filter(SubjectBrief.Standing.Acknowledged.class::isInstance)
                .map(standing -> ((SubjectBrief.Standing.Acknowledged) standing).person())
                .filter(Objects::nonNull)
                .toList();
    }
}
