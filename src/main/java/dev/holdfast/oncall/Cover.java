package dev.holdfast.oncall;

import dev.holdfast.catalogue.Lifecycle;
import dev.holdfast.catalogue.PersonName;
import dev.holdfast.operatingmodel.OnCallLevel;
import dev.holdfast.quantities.Because;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who covers a service at an instant (rule 7): the operating model, the hours and the on-call level, in that order. */
final class Cover {

    private final Ground ground;
    private final Instant at;
    private final Levels levels;
    private final Hours hours;
    private final Fallback fallback;
    private final List<Because> explain = new ArrayList<>();

    private Cover(Ground ground, Instant at) {
        this.ground = ground;
        this.at = at;
        this.levels = ground.levels().apply(at);
        this.hours = Hours.when(ground.subject().calendar().isWorking(at));
        this.fallback = Fallback.of(ground, at);
    }

    static Covering of(Ground ground, Instant at) {
        return new Cover(ground, at).decide();
    }

    private Covering decide() {
        var subject = ground.subject();
        explain.add(Reasons.model(subject, levels));
        if (subject.lifecycle() != Lifecycle.LIVE) {
            explain.add(Reasons.notLive(subject));
            return answer(CoverStatus.SUPPRESSED, new Answer(List.of(), null, subject.until(), null, List.of(), null, false));
        }
        explain.add(Reasons.hours(subject, hours, at));
        explain.add(Reasons.level(hours, levels.in(hours)));
        return switch (levels.in(hours)) {
            case OPERATIONS -> byOperations();
            case TEAM -> bySchedules(Reasons.holder(subject.owner()), teamSchedules());
            case DOMAIN -> bySchedules(Reasons.holder(subject.domain()), domainSchedules());
            case NONE -> suppressed();
        };
    }

    private Covering byOperations() {
        var support = ground.support();
        support.firstTurnAt(at).ifPresent(turn -> explain.add(Reasons.firstTurn(turn)));
        if (!support.alertsTo().equals(SupportTerms.USUAL.alertsTo())) explain.add(Reasons.alertsTo(support.alertsTo()));
        var tiers = new ArrayList<Covering.TierCover>();
        @Nullable Found first = null;
        @Nullable Instant until = Earliest.of(stands(), support.nextEdge(at));
        for (var turn : support.at(at)) {
            var party = turn.party();
            if (party == null) {
                explain.add(Reasons.noTier(turn.tier()));
                continue;
            }
            var found = Found.among(schedules(turn, party), at);
            tiers.add(new Covering.TierCover(turn.tier(), party.name(), found.scheduleName(), found.people(), turn.together()));
            explain.add(Reasons.tier(turn.tier(), party, found));
            until = Earliest.of(until, found.until(), party.calendar().nextEdge(at));
            first = first == null || first.person() == null ? found : first;
        }
        var foremost = support.at(at).getFirst().tier();
        var gap = tiers.isEmpty() || tiers.getFirst().tier() != foremost || tiers.getFirst().people().isEmpty();
        return first == null || first.person() == null
                ? fallback(until, first, tiers)
                : answer(
                        CoverStatus.COVERED,
                        new Answer(calledFirst(tiers), first.scheduleName(), until, null, tiers, first.next(at), gap));
    }

    private List<NamedSchedule> schedules(Support.Turn turn, Support.Party party) {
        return turn.first()
                ? ground.rota().ofFirstTurn(party.name(), hoursOf(party))
                : ground.rota().ofTier(party.name(), turn.tier(), hoursOf(party));
    }

    /** The first tier that has somebody, with the one that is called together with it. */
    private static List<PersonName> calledFirst(List<Covering.TierCover> tiers) {
        var people = new LinkedHashSet<PersonName>();
        for (var tier : tiers) {
            if (!people.isEmpty() && !tier.together()) break;
            people.addAll(tier.people());
        }
        return List.copyOf(people);
    }

    private Covering bySchedules(String holder, List<NamedSchedule> schedules) {
        var found = Found.among(schedules, at);
        explain.add(Reasons.found(holder, hours, found));
        var until = Earliest.of(stands(), found.until());
        return found.person() == null
                ? fallback(until, found, List.of())
                : answer(
                        CoverStatus.COVERED,
                        new Answer(found.people(), found.scheduleName(), until, null, List.of(), found.next(at), false));
    }

    private Covering fallback(@Nullable Instant until, @Nullable Found found, List<Covering.TierCover> tiers) {
        explain.add(Reasons.fallback(fallback.chain()));
        fallback.unreachable().forEach(asked -> explain.add(Reasons.unreachable(asked)));
        var next = found == null ? null : found.next(at);
        return answer(CoverStatus.FALLBACK, new Answer(fallback.people(), null, until, null, tiers, next, true));
    }

    /** Until work begins, or until the level stops being none; then covered as at that instant. */
    private Covering suppressed() {
        var work = ground.subject().calendar().nextWorkingStart(at);
        var raised = raisedBefore(work);
        var until = raised == null ? work : raised;
        var then = of(ground, until);
        explain.add(Reasons.suppressed(until, raised != null, then));
        return answer(
                CoverStatus.SUPPRESSED,
                new Answer(
                        then.people(),
                        then.schedule(),
                        Earliest.of(until, ground.subject().until(), levels.until()),
                        until,
                        then.tiers(),
                        then.next(),
                        then.gap()));
    }

    private @Nullable Instant raisedBefore(Instant work) {
        var edge = levels.until();
        while (edge != null && edge.isBefore(work)) {
            var then = ground.levels().apply(edge);
            if (then.outOfHours() != OnCallLevel.NONE) {
                return edge;
            }
            edge = then.until();
        }
        return null;
    }

    private List<NamedSchedule> teamSchedules() {
        var owner = ground.subject().owner();
        return owner == null ? List.of() : ground.rota().ofTeam(owner, hours);
    }

    private List<NamedSchedule> domainSchedules() {
        var domain = ground.subject().domain();
        return domain == null ? List.of() : ground.rota().ofDomain(domain, hours);
    }

    private Hours hoursOf(Support.Party party) {
        return Hours.when(party.calendar().isWorking(at));
    }

    /** Until when model, level, hours and what is declared stand as they are. */
    private @Nullable Instant stands() {
        return Earliest.of(ground.subject().until(), levels.until(), ground.subject().calendar().nextEdge(at));
    }

    private Covering answer(CoverStatus status, Answer answer) {
        return new Covering(
                ground.subject().service(),
                at,
                status,
                levels.in(hours),
                hours,
                answer.people(),
                answer.schedule(),
                answer.until(),
                answer.suppressedUntil(),
                answer.tiers(),
                answer.next(),
                answer.gap(),
                explain,
                fallback.people());
    }

    private record Answer(
            List<PersonName> people,
            @Nullable String schedule,
            @Nullable Instant until,
            @Nullable Instant suppressedUntil,
            List<Covering.TierCover> tiers,
            Covering.@Nullable Next next,
            boolean gap) {}
}
