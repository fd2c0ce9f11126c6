package dev.holdfast.oncall;

import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.Tier;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a service is covered as it is: each line made of its facts, so that another fact makes another sentence. */
final class Reasons {

    private Reasons() {}

    static Because model(Ground.Subject subject, Levels levels) {
        var service = subject.service().value();
        var model = levels.model();
        if (model == null) {
            return because(
                    "UNASSESSED",
                    "%s has no operating model, since exposure or demand is not known: its team is on call at every hour.",
                    facts("service", service));
        }
        return because(
                "OPERATING_MODEL",
                "%s is %s with an availability target of %s percent.",
                facts("service", service, "operatingModel", model.title(), "target", String.valueOf(levels.target())));
    }

    static Because notLive(Ground.Subject subject) {
        var facts = facts(
                "service", subject.service().value(),
                "lifecycle", subject.lifecycle().name().toLowerCase(Locale.ROOT));
        return subject.lifecycle() == Lifecycle.DECOMMISSIONED
                ? because("DECOMMISSIONED", "%s is %s: nobody is on call for it, its alerts are unrouted.", facts)
                : because("NOT_LIVE", "%s is still in %s: its alerts are in dry run, and nobody is on standby for it.", facts);
    }

    static Because hours(Ground.Subject subject, Hours hours, Instant at) {
        return because(
                "HOURS",
                "%s is %s in the calendar of %s (%s).",
                facts(
                        "at", at.toString(),
                        "hours", words(hours),
                        "calendar", subject.owner() == null ? "the organisation" : subject.owner().value(),
                        "timeZone", subject.calendar().zone().getId()));
    }

    static Because level(Hours hours, OnCallLevel level) {
        return because(
                "ON_CALL_LEVEL",
                "Its on-call level %s is %s.",
                facts("hours", words(hours), "level", level.word()));
    }

    static Because found(String holder, Hours hours, Found found) {
        if (found.schedule() == null) {
            return because(
                    "NO_SCHEDULE",
                    "%s has no schedule for hours that are %s.",
                    facts("holder", holder, "hours", words(hours)));
        }
        return found.person() == null
                ? ending(
                        "NOBODY_ON_CALL",
                        "By the schedule %s nobody is on call",
                        facts("schedule", found.schedule().name()),
                        found.until())
                : ending(
                        "ON_CALL",
                        "By the schedule %s it is %s",
                        facts("schedule", found.schedule().name(), "person", found.person().value()),
                        found.until());
    }

    static Because noTier(Tier tier) {
        return because("NO_TIER_TEAM", "No team is named for tier %s.", facts("tier", tier.name()));
    }

    static Because firstTurn(Support.FirstTurn turn) {
        return because(
                "FIRST_TURN",
                "For %s delivery is called before L1, until %s.",
                facts("as", turn.why().words, "until", String.valueOf(turn.during().to())));
    }

    static Because alertsTo(Set<Tier> tiers) {
        var names = tiers.stream().sorted().map(Tier::name).collect(Collectors.joining(" and "));
        return tiers.size() == 1
                ? because("ALERTS_TO", "Its alerts go straight to %s.", facts("tiers", names))
                : because("ALERTS_TO", "Its alerts go to %s together.", facts("tiers", names));
    }

    static Because tier(Tier tier, Support.Party party, Found found) {
        if (found.person() == null) {
            return ending(
                    "TIER_GAP",
                    "In tier %s nobody of %s is on call",
                    facts("tier", tier.name(), "team", party.name().value()),
                    found.until());
        }
        return because(
                "TIER",
                "In tier %s it is %s's %s, by the schedule %s.",
                facts(
                        "tier", tier.name(),
                        "team", party.name().value(),
                        "person", found.person().value(),
                        "schedule", String.valueOf(found.scheduleName())));
    }

    static Because fallback(List<Fallback.Asked> chain) {
        var people = chain.stream()
                .map(asked -> "%s (%s)".formatted(asked.person(), asked.role()))
                .collect(Collectors.joining(", "));
        return chain.isEmpty()
                ? Because.of("NOBODY_REACHABLE", "This is a gap, and nobody of the fallback chain can be reached.")
                : because("FALLBACK", "This is a gap: the fallback chain is %s.", facts("people", people));
    }

    static Because unreachable(Fallback.Asked asked) {
        return because(
                "UNREACHABLE",
                "%s, %s, has no confirmed contact and is left out.",
                facts("person", asked.person().value(), "role", asked.role()));
    }

    static Because suppressed(Instant until, boolean raised, Covering then) {
        var people = then.people().stream().map(Object::toString).collect(Collectors.joining(", "));
        var facts = facts(
                "suppressedUntil", until.toString(),
                "level", then.level().word(),
                "people", people.isEmpty() ? "nobody" : people);
        return raised
                ? because("SUPPRESSED", "A callout waits until %s, when the level becomes %s: then it is for %s.", facts)
                : because("SUPPRESSED", "A callout waits until work begins at %s with level %s: then it is for %s.", facts);
    }

    static String holder(@Nullable Object name) {
        return name == null ? "Its owner, which is not known," : name.toString();
    }

    private static String words(Hours hours) {
        return hours == Hours.WORKING ? "in working hours" : "out of hours";
    }

    /** Says until when, where that is known. */
    private static Because ending(String code, String sentence, Map<String, Object> facts, @Nullable Instant until) {
        if (until == null) {
            return because(code, sentence + ".", facts);
        }
        facts.put("until", until.toString());
        return because(code, sentence + " until %s.", facts);
    }

    private static Because because(String code, String sentence, Map<String, Object> facts) {
        return new Because(code, sentence.formatted(facts.values().toArray()), facts);
    }

    private static Map<String, Object> facts(Object... pairs) {
        var facts = new LinkedHashMap<String, Object>();
        for (var index = 0; index < pairs.length; index += 2) {
            facts.put((String) pairs[index], pairs[index + 1]);
        }
        return facts;
    }
}
