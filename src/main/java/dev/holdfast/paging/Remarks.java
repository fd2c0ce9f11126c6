package dev.holdfast.paging;

import dev.holdfast.catalogue.PersonName;
import dev.holdfast.oncall.Covering;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is written down about a callout, in sentences with their facts. */
final class Remarks {

    private Remarks() {}

    static Entry suppressed(Callout held, Situation situation) {
        var covering = situation.covering();
        var people = names(covering.people());
        var until = String.valueOf(held.dueAt());
        var text = people.isEmpty()
                ? "Nobody is woken. It is called out at %s.".formatted(until)
                : "Nobody is woken. %s is called at %s.".formatted(String.join(", ", people), until);
        var why = new ArrayList<>(covering.explain());
        if (covering.suppressedUntil() == null) {
            why.add(new Because("WORKING_HOURS_ONLY", "It can wait until people work.", Map.of("until", until)));
        }
        return Entry.of(held.subject(), situation.now(), Entry.Kind.SUPPRESSED, text)
                .with("until", until)
                .with("people", people)
                .because(why);
    }

    /** A gap, once, where a callout begins; then the steps that were passed over. */
    static List<Entry> onTheWay(Callout callout, Move move, Situation situation) {
        var remarks = new ArrayList<Entry>();
        if (situation.covering().gap() && callout.progress().equals(Progress.START)) {
            remarks.add(Entry.of(
                            callout.subject(),
                            situation.now(),
                            Entry.Kind.PAGE_NOT_SENT,
                            "Nobody is on call for " + callout.service() + ": the fallback chain is called.")
                    .with("gap", true)
                    .because(situation.covering().explain()));
        }
        move.skipped().forEach(skip -> remarks.add(skipped(callout, skip, situation.now())));
        return remarks;
    }

    private static Entry skipped(Callout callout, Move.Skip skip, Instant now) {
        var people = names(skip.people());
        var why = new Because(
                "STEP_SKIPPED", skip.sentence(), Map.of("step", skip.step(), "round", skip.round(), "people", people));
        return Entry.of(callout.subject(), now, Entry.Kind.PAGE_NOT_SENT, skip.sentence())
                .during(skip.step(), skip.round(), null)
                .with("people", people)
                .because(List.of(why));
    }

    static List<Because> why(Move.Call call, Covering covering) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("step", call.step());
        facts.put("round", call.round());
        var text = "Step %d of round %d calls %s.".formatted(call.step(), call.round(), call.line().name());
        var why = new ArrayList<>(covering.explain());
        why.add(new Because("STEP", text, facts));
        return why;
    }

    static Entry nobodyLeft(Callout callout, Instant now) {
        return Entry.of(
                callout.subject(),
                now,
                Entry.Kind.UNANSWERED,
                "Nobody answers, and neither a duty incident manager nor an administrator can be reached.");
    }

    /** Somebody is called. */
    static Entry called(Called called, Instant now) {
        var callout = called.callout();
        var at = callout.progress();
        var text = switch (called.type()) {
            case RELEASED -> "Called %s: it was held until now.".formatted(called.person());
            case DIGEST -> "Called %s, with others that waited while Holdfast was away.".formatted(called.person());
            case UNANSWERED -> "Nobody answers: called %s.".formatted(called.person());
            case PAGE, MAJOR, ACKNOWLEDGED, RESOLVED, REASSIGNED, SHADOW, UNROUTED ->
                "Called %s, step %d of round %d.".formatted(called.person(), at.step(), at.round());
        };
        var entry = Entry.of(callout.subject(), now, called.type().kind, text)
                .to(called.person(), called.type().word())
                .with("person", called.person().value())
                .because(called.why());
        if (called.type() != MessageType.UNANSWERED) {
            entry = entry.during(at.step(), at.round(), callout.schedule())
                    .with("step", at.step())
                    .with("round", at.round());
        }
        return callout.schedule() == null ? entry : entry.with("schedule", callout.schedule());
    }

    static Entry told(SubjectId subject, MessageType type, PersonName person, Instant now) {
        return Entry.of(subject, now, type.kind, "Told %s: %s.".formatted(person, type.word())).to(person, type.word());
    }

    static Entry failed(SubjectId subject, PersonName person, String by, String why, Instant now) {
        return Entry.of(subject, now, Entry.Kind.PAGE_FAILED, "%s was not reached by %s: %s".formatted(person, by, why))
                .with("person", person.value())
                .with("by", by)
                .with("why", why);
    }

    static Entry passedOn(SubjectId subject, PersonName person, Instant now) {
        return Entry.of(subject, now, Entry.Kind.PAGE_NOT_SENT, person + " cannot: the next is called at once.")
                .with("person", person.value())
                .with("passedOn", true);
    }

    static Entry withdrawn(SubjectId subject, PersonName person, String by, String why, Instant now) {
        return Entry.of(
                        subject,
                        now,
                        Entry.Kind.PAGE_NOT_SENT,
                        "%s is not told by %s any more: %s.".formatted(person, by, why))
                .with("person", person.value())
                .with("by", by)
                .with("why", why);
    }

    private static List<String> names(List<PersonName> people) {
        return people.stream().map(PersonName::value).toList();
    }
}
