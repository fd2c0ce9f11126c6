package dev.holdfast.readiness;

import dev.holdfast.catalogue.Team;
import dev.holdfast.oncall.ShadowTurn;
import dev.holdfast.readiness.Known.Lacking;
import dev.holdfast.readiness.Known.Seen;
import dev.holdfast.readiness.Known.Unseen;
import dev.holdfast.readiness.Prepared.Add;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What Holdfast knows of each preparation of a person. */
final class PersonKnowledge {

    private final PersonFacts facts;

    private PersonKnowledge(PersonFacts facts) {
        this.facts = facts;
    }

    static Known of(Preparation preparation, PersonFacts facts) {
        var knowledge = new PersonKnowledge(facts);
        return switch (preparation) {
            case TEAM_SKILLS -> knowledge.skills();
            case ONBOARDING -> knowledge.onboarding();
            case ESCALATION_PATH -> knowledge.escalationPath();
            case LEARNING_MINDSET -> new Unseen(knowledge.add(preparation, "Say from which incident or exercise something was learned"));
            case INCEPTION, RUNBOOK, TELEMETRY -> throw new IllegalArgumentException(preparation + " is of services");
        };
    }

    private Known skills() {
        var add = add(Preparation.TEAM_SKILLS, "Go along on a shadow turn, or say what they bring");
        if (facts.shadowed().isEmpty()) return new Unseen(add);
        var beside = facts.shadowed().stream().map(ShadowTurn::with).distinct().sorted().map(Object::toString).collect(Collectors.joining(", "));
        var last = facts.shadowed().stream().map(ShadowTurn::to).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        var count = facts.shadowed().size() == 1 ? "One shadow turn" : facts.shadowed().size() + " shadow turns";
        return new Seen(Evidence.seen(count + " beside " + beside, null, last, null), add);
    }

    private Known onboarding() {
        return facts.reachable()
                ? new Seen(
                        Evidence.seen("A confirmed contact reaches them", null, facts.at(), null),
                        add(Preparation.ONBOARDING, "Say what they were told and given"))
                : new Lacking(new Add("Confirm a contact", "/catalogue/people/" + facts.person().name() + "/edit#notify"));
    }

    private Known escalationPath() {
        var add = add(Preparation.ESCALATION_PATH, "Say whom they call for help");
        if (facts.teams().isEmpty()) return new Unseen(add);
        var open = facts.teams().stream().filter(team -> team.lead() == null).findFirst();
        if (open.isPresent()) {
            return new Lacking(new Add("Name the lead of " + open.get().shown(), "/catalogue/teams/" + open.get().name() + "/edit#lead"));
        }
        var led = facts.teams().stream().map(Team::shown).collect(Collectors.joining(", "));
        return new Seen(Evidence.seen("Whom to call next is named in " + led, null, facts.at(), null), add);
    }

    private Add add(Preparation preparation, String what) {
        return new Add(what, Subject.of(facts.person().name()).write(preparation));
    }
}
